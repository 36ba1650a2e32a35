/** What Slack itself says to people when something goes wrong, in both languages. */

export interface Notice {
  readonly ja: string;
  readonly en: string;
}

export const notices = {
  noSuchCommand: (command: string): Notice => ({
    ja: `「${command}」は有効なコマンドではありません。Slackでは、「/」で始まるメッセージはコマンドとして扱われます。`,
    en: `${command} is not a valid command. In Slack, messages that start with "/" are taken as commands.`,
  }),
  notInThreads: (command: string): Notice => ({
    ja: `「${command}」はスレッドでは使えません。`,
    en: `${command} is not supported in threads.`,
  }),
  failed: (command: string, error: string): Notice => ({
    ja: `「${command}」は失敗しました(エラー:${error})。`,
    en: `${command} failed with the error "${error}".`,
  }),
  trouble: {
    ja: '接続に問題が発生しました。もう一度お試しください。',
    en: 'We had some trouble connecting. Please try again.',
  },
  required: { ja: 'この項目は必須です。', en: 'Please complete this required field.' },
  tooShort: (n: number): Notice => ({
    ja: `${n}文字以上で入力してください。`,
    en: `Please enter at least ${n} characters.`,
  }),
  tooLong: (n: number): Notice => ({
    ja: `${n}文字以内で入力してください。`,
    en: `Please enter at most ${n} characters.`,
  }),
};

/** In the language that a person has chosen in Slack. */
export const toReader = (notice: Notice, locale: string): string => (locale.startsWith('ja') ? notice.ja : notice.en);
