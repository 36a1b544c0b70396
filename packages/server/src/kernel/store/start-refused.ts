/** The process cannot start as it is set up. The message is for whoever started it: what is wrong and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
