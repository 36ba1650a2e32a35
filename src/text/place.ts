/** Where a phrase is read. What to type next is another line at the shell than in Slack, and a shell has no form. */
export type Place = 'slack' | 'shell';
