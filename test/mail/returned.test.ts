/** What mail servers write into our mailbox, and what is read from it: servers of every make, as they write it. */
import { describe, expect, test } from 'vitest';
import { returnedIn } from '../../src/mail/mailbox.ts';
import { mayBeReturned } from '../../src/mail/returned.ts';
import { closesAddress, statusIn } from '../../src/mail/status.ts';
import { letter, returnedReport } from '../support/letters.ts';

const TO = 'satou@city.example.jp';
const NAME = '1234.9f86d081884c7d659a2feaa0c55ad015';
const ID = `<${NAME}@smtp.example.jp>`;

const read = (written: string) => returnedIn(Buffer.from(letter(written)));
/** What a letter says: the codes of those whom ours failed. */
const statuses = async (written: string) => (await read(written))?.failures.map(({ status }) => status);

/** Ours, as it is given back. */
const OURS = `From: renkei@example.jp
To: ${TO}
Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=
Message-ID: ${ID}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

おはようございます。550 件の要件があります。
`;

/** A report by RFC 3464, of these recipients. */
const report = (recipients: string, original = OURS, type = 'message/rfc822') => `Return-Path: <>
From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.jp>
To: renkei@example.jp
Subject: Returned mail: see transcript for details
Auto-Submitted: auto-generated (failure)
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b/1"

--b/1

The original message was received at Mon, 8 Jun 2026 09:00:03 +0900

   ----- The following addresses had permanent fatal errors -----
<${TO}>
    (reason: 550 5.1.1 <${TO}>... User unknown)

--b/1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp
Arrival-Date: Mon, 8 Jun 2026 09:00:03 +0900

${recipients}

--b/1
Content-Type: ${type}

${original}
--b/1--
`;

const EXCHANGE = `Return-Path: <>
From: =?utf-8?B?TWljcm9zb2Z0IE91dGxvb2s=?=
 <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@city.example.jp>
To: <renkei@example.jp>
Subject: =?utf-8?B?6YWN5L+h5LiN6IO9OiDjgYrnn6XjgonjgZs=?=
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="edc0c0b2-2f9d-4f1c-8f4c-5c7c1d1f3f0a"
Content-Language: ja-JP
Message-ID: <f5a2f4a1-7d6e-4f5f-9c9e-6a9d3f1e3b2a@OSZP286MB0001.JPNP286.PROD.OUTLOOK.COM>
In-Reply-To: ${ID}
References: ${ID}
Auto-Submitted: auto-replied

--edc0c0b2-2f9d-4f1c-8f4c-5c7c1d1f3f0a
Content-Type: multipart/alternative; differences=Content-Type;
\tboundary="a1"

--a1
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGh0bWw+PGJvZHk+PHA+PGI+c2F0b3VAY2l0eS5leGFtcGxlLmpwPC9iPiDjgbjjga7jg6Hjg4Pj
grvjg7zjgrjjgpLphY3kv6HjgafjgY3jgb7jgZvjgpPjgafjgZfjgZ/jgII8L3A+PHA+c2F0b3Ug
44GvIGNpdHkuZXhhbXBsZS5qcCDjgafopovjgaTjgYvjgorjgb7jgZvjgpPjgafjgZfjgZ/jgII8
L3A+PHA+NTUwIDUuMS4xMCBSRVNPTFZFUi5BRFIuUmVjaXBpZW50Tm90Rm91bmQ7IFJlY2lwaWVu
dCBzYXRvdUBjaXR5LmV4YW1wbGUuanAgbm90IGZvdW5kIGJ5IFNNVFAgYWRkcmVzcyBsb29rdXA8
L3A+PC9ib2R5PjwvaHRtbD4=

--a1--

--edc0c0b2-2f9d-4f1c-8f4c-5c7c1d1f3f0a
Content-Type: message/delivery-status

Reporting-MTA: dns;OSZP286MB0001.JPNP286.PROD.OUTLOOK.COM
Received-From-MTA: dns;smtp.example.jp
Arrival-Date: Mon, 8 Jun 2026 00:00:03 +0000

Final-Recipient: rfc822;Satou@City.example.jp
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient
 Satou@City.example.jp not found by SMTP address lookup

--edc0c0b2-2f9d-4f1c-8f4c-5c7c1d1f3f0a
Content-Type: message/rfc822

Received: from smtp.example.jp by OSZP286MB0001.JPNP286.PROD.OUTLOOK.COM
${OURS}
--edc0c0b2-2f9d-4f1c-8f4c-5c7c1d1f3f0a--
`;

const EXIM = `Return-path: <>
Received: from Debian-exim by mx.example.jp with local (Exim 4.96)
X-Failed-Recipients: ${TO}
From: Mail Delivery System <Mailer-Daemon@mx.example.jp>
To: renkei@example.jp
Content-Type: text/plain; charset=us-ascii
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${TO}
    host mail.city.example.jp [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<${TO}>:
    550 5.1.1 <${TO}>: Recipient address rejected: User unknown

------ This is a copy of the message, including all the headers. ------

${OURS}`;

const QMAIL = `Return-Path: <>
From: MAILER-DAEMON@qmail.example.jp
To: renkei@example.jp
Subject: failure notice

Hi. This is the qmail-send program at qmail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${TO}>:
192.0.2.25 does not like recipient.
Remote host said: 553 sorry, no such mailbox here
Giving up on 192.0.2.25.

--- Below this line is a copy of the message.

Return-Path: <renkei@example.jp>
${OURS}`;

const QMAIL_EXPIRED = QMAIL.replace(
  /192\.0\.2\.25 does[\s\S]*?192\.0\.2\.25\.\n/u,
  `CNAME lookup failed temporarily. (#4.4.3)
I'm not going to try again; this message has been in the queue too long.
`,
);

/** Postfix with a template in Japanese, as some offices have it, in the encoding of mail. */
const JAPANESE = `Return-Path: <>
From: Postmaster <postmaster@mx.example.jp>
To: renkei@example.jp
Subject: =?ISO-2022-JP?B?GyRCJWEhPCVrSVRDIyROJCpDTiRpJDsbKEI=?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="jp"

--jp
Content-Type: text/plain; charset=ISO-2022-JP
Content-Transfer-Encoding: 7bit

\x1b$B%a!<%k$rG[Aw$G$-$^$;$s$G$7$?!#\x1b(B

<satou@city.example.jp>:
    host mail.city.example.jp said: 550 User unknown
    \x1b$B08@h$N%a!<%k%"%I%l%9$,B8:_$7$^$;$s!#\x1b(B

--jp
Content-Type: text/rfc822-headers

From: renkei@example.jp
Message-ID: ${ID}
--jp--
`;

const DELAYED = report(`Final-Recipient: rfc822; ${TO}
Original-Recipient: rfc822;${TO}
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mail.city.example.jp[192.0.2.25]:25: Connection timed out
Will-Retry-Until: Sat, 13 Jun 2026 09:00:03 +0900 (JST)`);

const DELAYED_IN_WORDS = EXIM.replace(/Subject: .*/u, 'Subject: Warning: message delayed 24 hours').replace(
  /A message that[\s\S]*?RCPT TO/u,
  `A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.
No action is required on your part. Delivery attempts will continue for some time. Last error after RCPT TO`,
);

const ABSENT = `Return-Path: <>
From: =?ISO-2022-JP?B?GyRCOjRGIxsoQg==?= <${TO}>
To: renkei@example.jp
Subject: =?ISO-2022-JP?B?GyRCSVQ6XyROJCpDTiRpJDsbKEI=?=
Auto-Submitted: auto-replied
In-Reply-To: ${ID}
References: ${ID}
Content-Type: text/plain; charset=ISO-2022-JP

\x1b$B=PD%$N$?$aIT:_$G$9!#0JA0$N%a!<%k$,ITC#$NJ}$O!"Fb@~\x1b(B 550 \x1b$B$X$*4j$$$7$^$9!#\x1b(B
`;

const ANSWER = `Return-Path: <${TO}>
From: ${TO}
To: renkei@example.jp
Subject: =?utf-8?B?UmU6IOOBiuefpeOCieOBmw==?=
In-Reply-To: ${ID}
Content-Type: text/plain; charset=utf-8

先日のメールは 550 5.1.1 で配信できませんでした、と表示されましたが、届いています。
`;

const RECEIPT = report('Final-Recipient: rfc822; x\nDisposition: manual-action/MDN-sent-manually; displayed')
  .replace('report-type=delivery-status', 'report-type=disposition-notification')
  .replace('message/delivery-status', 'message/disposition-notification')
  .replace(/Mail Delivery Subsystem <MAILER-DAEMON@mx.example.jp>/u, TO);

const failed = (status: string, diagnostic = '', to = TO) =>
  `Final-Recipient: rfc822; ${to}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`;

describe('a letter comes back', () => {
  test.each([
    ['Postfix', returnedReport({ name: `${NAME}@smtp.example.jp`, to: TO, status: '5.1.1' }), '5.1.1'],
    ['Exchange Online', EXCHANGE, '5.1.10'],
    ['Exchange, in words', EXCHANGE.replace('message/delivery-status', 'text/plain'), '5.1.10'],
    ['Exim, in words', EXIM, '5.1.1'],
    ['qmail, in words', QMAIL, '5.1.1'],
    [
      'a system under a name of its own',
      EXIM.replace('Mailer-Daemon@', 'system@').replace(/X-Failed.*\n/u, ''),
      '5.1.1',
    ],
    ['qmail that gave up', QMAIL_EXPIRED, '4.4.3'],
    ['sendmail', report(failed('5.1.1', '550 5.1.1 User unknown')), '5.1.1'],
    ['Postfix in Japanese, in words', JAPANESE, '5.1.1'],
    ['a full mailbox', report(failed('5.2.2', '552 5.2.2 Mailbox full')), '5.2.2'],
    ['a server that tells no more than a reply', report(failed('5.0.0', '550 Unknown user')), '5.1.1'],
    ['a policy that tells no more than a reply', report(failed('5.0.0', '550 rejected by policy')), '5.0.0'],
    ['a wait that was too long', report(failed('4.4.7', '421 4.4.0 not reached')), '4.4.7'],
    ['only our headers in it', report(failed('5.1.1'), OURS.split('\n\n')[0], 'text/rfc822-headers'), '5.1.1'],
  ])('%s', async (_, written, status) => {
    expect(await read(written)).toMatchObject({
      letter: { row: 1234n, name: NAME },
      failures: [{ recipients: expect.arrayContaining([TO]), status }],
    });
    const [first = ''] = written.replaceAll('\r', '').split('\n\n');
    const headers = new Map(
      first
        .replace(/\n[ \t]+/gu, ' ')
        .split('\n')
        .map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*:\s*/u, '')]),
    );
    expect(mayBeReturned(headers)).toBe(true);
  });

  test('of those to whom an address passes letters on, each is told as such', async () => {
    const both = `${failed('5.1.1', '550 5.1.1 gone', 'tanaka@city.example.jp')}\n\n${failed('5.2.2')}`;
    const found = await read(report(both));
    expect(found?.failures.map(({ recipients, status }) => [...recipients, status])).toEqual([
      ['tanaka@city.example.jp', '5.1.1'],
      [TO, '5.2.2'],
    ]);
  });

  test.each([
    ['a delay', DELAYED],
    ['a delay in words', DELAYED_IN_WORDS],
    ['a report that it was delivered', report(failed('2.0.0').replace('failed', 'delivered'))],
    ['a report that it was passed on', report(failed('2.0.0').replace('failed', 'relayed'))],
    ['a notice of absence', `${ABSENT}550 5.1.1\n`],
    [
      'one of Exchange',
      `${ABSENT}550 5.1.1\n`.replace('auto-replied', 'auto-generated\nX-Auto-Response-Suppress: All'),
    ],
    ['one without a mark', ABSENT.replace(/Auto-Submitted: .*\n/u, '')],
    ['the answer of somebody', ANSWER],
    [
      'the answer of who looks after a server',
      ANSWER.replaceAll(`Path: <${TO}`, 'Path: <postmaster@x.jp').replace(`From: ${TO}`, 'From: postmaster@x.jp'),
    ],
    ['a receipt', RECEIPT],
    ['a forged one that knows only the row', report(failed('5.1.1'), OURS.replace(NAME, '1234'))],
    ['a forged one of another make', report(failed('5.1.1'), OURS.replace(NAME, `${NAME.slice(5)}`))],
    ['one of somebody else’s letter', report(failed('5.1.1'), OURS.replace(ID, '<abc@city.example.jp>'))],
    ['nothing at all', ''],
    ['no letter', '\0\u00ff--b\n\n--b/1'],
  ])('%s is none', async (_, written) => {
    expect(await read(written)).toBeUndefined();
  });

  test('what people write is not opened', () => {
    const headers = new Map([
      ['return-path', `<${TO}>`],
      ['from', `佐藤 <${TO}>`],
      ['content-type', 'text/plain; charset=utf-8'],
    ]);
    expect(mayBeReturned(headers)).toBe(false);
  });

  test('one that is made to take long is read at once', async () => {
    const words = `550 ${'user '.repeat(20_000)}\n${'a'.repeat(100_000)}\n${ID}`;
    const began = performance.now();
    await statuses(`Return-Path: <>\nFrom: MAILER-DAEMON@x.jp\nSubject: failure notice\n\n${words}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('codes of which address takes no letter any more', () => {
  const codes = [
    '5.1.1',
    '5.1.2',
    '5.1.10',
    '5.2.1',
    '5.4.1',
    '5.4.4',
    '5.1.8',
    '5.2.2',
    '5.7.1',
    '4.4.7',
    '4.2.1',
    '5.0.0',
  ];
  expect(codes.filter(closesAddress)).toEqual(['5.1.1', '5.1.2', '5.1.10', '5.2.1', '5.4.1', '5.4.4']);
  expect(statusIn('550-5.1.1 The email account that you tried to reach')).toBe('5.1.1');
  expect(statusIn('host 10.5.1.1 said: no')).toBeUndefined();
});
