/** What the codes of RFC 3463 say of an address: whether it takes no letter any more, or did not take this one. */

/**
 * No such person, domain or place (5.1.0 to 5.1.6, 5.1.10); closed (5.2.1); unknown at Exchange's edge (5.4.1); a domain that
 * leads nowhere (5.4.4). 5.1.7 and 5.1.8 speak of the sender. A full mailbox, a policy or too long a wait may pass.
 */
const CLOSED = /^5\.(?:1\.(?:[0-6]|10)|2\.1|4\.[14])$/u;

export const closesAddress = (status: string | undefined): boolean => status !== undefined && CLOSED.test(status);

/** `5.1.1`, where the words of a server name one; the reply's own code before it says nothing more. */
export const statusIn = (words: string): string | undefined =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/u.exec(words)?.[0];
