/** An address's search with some filters set; what is empty leaves the address. */
export const narrowed = <Search extends object>(before: Search, part: Partial<Search>): Search =>
  Object.fromEntries(
    Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined && value !== ''),
  ) as Search;
