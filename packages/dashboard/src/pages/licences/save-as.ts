/** Hands a file to the browser, as if it had been downloaded. */
export function saveAs({ name, file }: { readonly name: string; readonly file: string }): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
