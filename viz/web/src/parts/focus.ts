/** Move the focus to what is there once the page has followed: a heading, or a message. */
export function focused(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
}
