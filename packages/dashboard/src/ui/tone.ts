/** What a coloured mark says before it is read. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info' | 'gift';
