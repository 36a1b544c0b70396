/** How a colleague greets at this hour of the person's own day. */
export function greeting(name: string, hour: number): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  const words =
    hour < 5 ? 'Still here' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  return first === '' ? words : `${words}, ${first}`;
}
