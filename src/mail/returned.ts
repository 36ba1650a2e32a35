/**
 * What a letter in our mailbox says of one of ours: that it was not delivered, to whom and why. Of a report by RFC 3464 its fields
 * count and nothing else; many servers write free text, which counts where a mail system wrote it.
 *
 * Anyone can write to a mailbox: what does not name a letter of ours says nothing. Nor do answers, receipts, notices of
 * absence, and news that it takes longer.
 */
import { type LetterName, letterNamed } from './letterName.ts';
import { statusIn } from './status.ts';

/** A letter, opened. */
export interface Opened {
  readonly headers: Headers;
  /** Its words; markup is gone. */
  readonly text: string;
  /** Its parts that are reports (`message/delivery-status`). */
  readonly reports: readonly string[];
  /** What it gives back of the letter that it speaks of, its headers first. */
  readonly originals: readonly string[];
}

/** By their names in small letters. */
export type Headers = ReadonlyMap<string, string>;

/** A letter of ours that came back. */
export interface Returned {
  readonly letter: LetterName;
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** In small letters: as it was written and as it was read; several where the words do not tell which it was. */
  readonly recipients: readonly string[];
  /** `5.1.1`; undefined where only words say that it failed. */
  readonly status: string | undefined;
}

export function returnedLetter(opened: Opened): Returned | undefined {
  const { headers, text, reports, originals } = opened;
  const referred = ['in-reply-to', 'references', 'x-original-message-id'].map((name) => headers.get(name) ?? '');
  const letter = letterNamed([...originals, text, ...referred].join('\n'));
  if (!letter) return undefined;
  const failures = reports.length > 0 ? reports.flatMap(reportedFailures) : toldFailures(opened);
  return failures.length > 0 ? { letter, failures } : undefined;
}

/** Whether it may be such a letter, as far as its headers tell: what people write is not opened. */
export const mayBeReturned = (headers: Headers): boolean =>
  !isReceipt(headers) && (isReport(headers) || isFromSystem(headers) || hasNoSender(headers));

const isReport = (headers: Headers): boolean => /^multipart\/report\b/iu.test(headers.get('content-type') ?? '');
const isReceipt = (headers: Headers): boolean => /disposition-notification/iu.test(headers.get('content-type') ?? '');
/** Letters of machines have none, so that nobody answers them: reports, and notices of absence too. */
const hasNoSender = (headers: Headers): boolean => /^\s*<\s*>/u.test(headers.get('return-path') ?? '');

/** A notice of absence, as programs of people and Exchange mark theirs. */
const isAnswer = (headers: Headers): boolean =>
  /auto-replied/iu.test(headers.get('auto-submitted') ?? '') || headers.has('x-auto-response-suppress');

/** A bounce is sent by nobody, or by the system under its name: somebody may look after a server, and answer. */
const isFromSomebody = (headers: Headers): boolean =>
  /^\s*<?(?!mailer-?daemon\b)[^<>@\s]+@/iu.test(headers.get('return-path') ?? '');

const SYSTEM = /(?:^|[\s<"])(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[\da-f]{6,})@/iu;

const isFromSystem = (headers: Headers): boolean =>
  headers.has('x-failed-recipients') || SYSTEM.test(headers.get('from') ?? '');

/** The recipients of a report whom it failed: a blank line parts one from the next, the first of all speaks of the letter. */
const reportedFailures = (report: string): Failure[] =>
  report
    .split(/\r?\n[\t ]*\r?\n/u)
    .map(fieldsOf)
    .filter((fields) => /^failed\b/iu.test(fields.get('action') ?? ''))
    .map((fields) => ({
      recipients: ['original-recipient', 'final-recipient'].flatMap((name) => addressesIn(fields.get(name) ?? '')),
      status: sharpened(statusIn(fields.get('status') ?? ''), fields.get('diagnostic-code') ?? ''),
    }));

function fieldsOf(lines: string): Headers {
  const unfolded = lines.replace(/\r?\n[\t ]+/gu, ' ');
  const found = [...unfolded.matchAll(/^([\w-]+)[\t ]*:[\t ]*(.*)$/gmu)];
  return new Map(found.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
}

/** `5.0.0` says only that it failed; what the other server said may say more. */
function sharpened(status: string | undefined, said: string): string | undefined {
  if (status !== undefined && !status.endsWith('.0.0')) return status;
  return statusIn(said) ?? (status !== '4.0.0' && NOBODY.test(said) ? '5.1.1' : status);
}

const NOBODY =
  /\b55[013]\b.{0,80}(?:user|recipient|mailbox|address|account).{0,120}(?:unknown|not (?:found|exist)|unavailable|invalid|doesn'?t exist|does not exist)|(?:unknown|no such|invalid) (?:local )?(?:user|recipient|mailbox|address)|user unknown/iu;

/** So much of a letter's words is read: a report says what it has to say at once. */
const READ = 16_000;

/** What words say, where a mail system wrote them: up to the letter that they give back. */
function toldFailures({ headers, text }: Opened): Failure[] {
  const [words = ''] = text.slice(0, READ).split(BELOW);
  const all = `${headers.get('subject') ?? ''}\n${words}`;
  if (isReceipt(headers) || isFromSomebody(headers) || LATER.test(all)) return [];
  const known = FAILED.test(all);
  const status = toldStatus(words);
  const forGood = status?.startsWith('5') === true;
  // Of nobody in particular, a number alone may be that of a telephone.
  const nobodys = hasNoSender(headers) && !isAnswer(headers) && known && forGood && status !== '5.0.0';
  if (!(isFromSystem(headers) ? known || forGood : nobodys)) return [];
  return [{ recipients: addressesIn(`${headers.get('x-failed-recipients') ?? ''}\n${words}`), status }];
}

/** An enhanced code, of which one for good is told first; else a reply of SMTP. */
function toldStatus(words: string): string | undefined {
  const all = words.split(/\s+/u).flatMap((word) => statusIn(word) ?? []);
  const status = all.find((one) => one.startsWith('5')) ?? all[0];
  if (status !== undefined) return sharpened(status, words);
  if (NOBODY.test(words)) return '5.1.1';
  return /(?<![\w.-])5[05]\d[\s:-]/u.test(words) ? '5.0.0' : undefined;
}

const addressesIn = (words: string): string[] =>
  [...words.matchAll(/[^\s<>()[\],:;"'「」（）]{1,64}@[^\s<>()[\],:;"'「」（）]{1,255}/gu)].map(([one]) =>
    one.toLowerCase().replace(/\.$/u, ''),
  );

/** Where the words end and the letter begins that they give back. */
const BELOW =
  /^(?:-+ ?(?:below this line is a copy|this is a copy of|(?:begin )?returned message|original message|元のメッセージ|以下は)|(?:original message headers|received|return-path|message-id):)/imu;

/** How servers say that it failed: sendmail, qmail, Exim, Exchange, Postfix, and their words in Japanese. */
const FAILED =
  /undeliver(?:ed|able)|returned mail|failure notice|mail delivery (?:failed|failure)|delivery (?:has )?failed|delivery status notification \(failure\)|could ?n[o']t be delivered|(?:wasn't|was not) (?:able to )?(?:deliver|be delivered)|permanent (?:fatal )?errors?|(?:配信|配送|送信|配達|お?届け)(?:が)?(?:できませんでした|出来ませんでした|に失敗しました|不能|失敗)|不達|配信エラー|メールが戻ってきました|返送(?:します|されました)|宛先(?:が)?(?:不明|見つかりません)/iu;

/** How they say that they go on trying. */
const LATER =
  /\(delay(?:ed)?\)|delivery (?:is|has been|was) delayed|delayed mail|could not send message for past|still being (?:tried|retried)|will (?:be|continue to be) (?:re)?tried|will keep trying|do not need to resend|no action is required|(?:配信|配送|送信)(?:が|は)?遅(?:延|れて)|再送を(?:試み|続け)|再試行(?:します|を続け|され)/iu;
