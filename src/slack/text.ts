/** What the door itself says, where no command speaks: that something takes time, is busy, or went wrong. */
import { buttons, type Message, line as words } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';

const message = (summary: Text): Message => ({ summary });

export const text = {
  working: message({
    ja: ja`処理に時間がかかっています。終わりしだい、結果をお知らせします。数分たっても届かない場合は、お手数ですが、もう一度お試しください。`,
    en: en`This takes a moment; the result will follow. If nothing arrives within a few minutes, please try again.`,
  }),
  busy: message({
    ja: ja`ただいま混み合っています。お手数ですが、数分後にもう一度お試しください。`,
    en: en`Renkei is busy right now. Please try again in a few minutes.`,
  }),
  fault: (code: string): Message =>
    message({
      ja: ja`申し訳ありません。システム側の不具合により、処理を完了できませんでした。入力の誤りではありません。お手数ですが、事務局へ番号 ${code} をお知らせください。`,
      en: en`Sorry, something went wrong on our side; it was not your input. Please tell the secretariat this code: ${code}`,
    }),
  notOpened: message({
    ja: ja`入力画面が開かない場合は、お手数ですが、もう一度お試しください。`,
    en: en`If the form does not open, please try again.`,
  }),
  mailBounces: {
    ja: ja`ご登録のメールアドレスではお受け取りいただけなかったため、Slackでお送りしています。「/council お知らせ メール 新しいアドレス」で変更できます。`,
    en: en`Your mail address does not accept letters, so this comes in Slack. “/council digest mail ADDRESS” changes it.`,
  },
  loading: { ja: ja`読み込み中…`, en: en`Loading…` },
  noForm: {
    ja: ja`この操作のご案内を、別にお送りしました。この画面は閉じてください。`,
    en: en`What came of it is told beside this window. Please close it.`,
  },
  long: message({
    ja: ja`内容が長いため、ダイレクトメッセージでお送りします。`,
    en: en`This is long; it comes as a direct message.`,
  }),
  notKept: message({
    ja: ja`先ほどの操作は完了しましたが、結果には一度だけ表示する内容(URLなど)が含まれるため、ここにはお送りしていません。お手数ですが、もう一度同じ操作をお願いします。先に発行されたものは使えなくなります。`,
    en: en`What you asked for was done. Its answer holds something that is shown only once (an address), so it is not sent here. Please do the same again; what was issued before ends with it.`,
  }),
  /** A refused form is closed by then: what was written in it is given back. */
  givenBack: (typed: string) => words({ ja: ja`ご入力の内容:\n${typed}`, en: en`What you wrote:\n${typed}` }),
  fullWidth: ({ typed, line }: { typed: string; line: string }): Message => ({
    summary: {
      ja: ja`「${typed}」は、全角の「／」のため、コマンドではなくメッセージとして投稿されました。下のボタンで実行できます。投稿したメッセージが不要でしたら、削除をお願いします。`,
      en: en`“${typed}” was posted as a message because of its full-width slash. The button below runs it; please delete the message if it is not needed.`,
    },
    parts: [buttons({ label: { ja: ja`実行する`, en: en`Run it` }, line, style: 'primary' })],
  }),
} as const;
