import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const program = (name: string): string =>
  fileURLToPath(new URL(`../programs/${name}.mjs`, import.meta.url));

/** A server under measurement, or what measures it: a process of its own that is asked over its channel. */
export class Child implements AsyncDisposable {
  readonly process: ChildProcess;

  constructor(process: ChildProcess) {
    this.process = process;
  }

  /** `reports`: it can be asked for its usage. */
  static start(name: string, { reports = false }: { readonly reports?: boolean } = {}): Child {
    const execArgv = reports ? ['--import', program('report-usage')] : [];
    return new Child(fork(program(name), { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  }

  /** What the child says next; ends the wait if the child does. */
  async next<Said>(): Promise<Said> {
    const ended = new AbortController();
    const onExit = (): void => ended.abort(new Error('the process that was waited for has ended'));
    this.process.once('exit', onExit);
    try {
      const [said] = await once(this.process, 'message', { signal: ended.signal });
      return said as Said;
    } finally {
      this.process.off('exit', onExit);
    }
  }

  /** Sends a message and waits for the answer. */
  ask<Answer>(message: object | string): Promise<Answer> {
    const answer = this.next<Answer>();
    this.process.send(message);
    return answer;
  }

  usage(): Promise<Usage> {
    return this.ask<Usage>('usage');
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill(signal);
    await exited;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}

interface Usage {
  readonly cpuMicroseconds: number;
  readonly memoryBytes: number;
}
