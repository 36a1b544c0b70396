interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** A list that is needed whole, asked for page after page. */
export async function everyPage<Row>(
  ask: (cursor: string) => Promise<Page<Row>>,
): Promise<{ readonly items: readonly Row[] }> {
  const items: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<Row> = await ask(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { items };
}
