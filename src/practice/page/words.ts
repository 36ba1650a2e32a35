/** What the page says, in both languages. Japanese first. */

export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const words = {
  room: { ja: '連携 練習室', en: 'Renkei practice room' },
  otherLanguage: { ja: 'English', en: '日本語' },
  loading: { ja: '練習室を開いています…', en: 'Opening the practice room…' },
  lost: { ja: '練習室につながりません。再接続しています…', en: 'The practice room cannot be reached. Reconnecting…' },
  noPeople: { ja: '参加者がまだいません。', en: 'Nobody is here yet.' },
  sidebar: { ja: 'サイドバー', en: 'Sidebar' },

  you: { ja: 'あなた', en: 'You' },
  changePerson: { ja: '役を変える', en: 'Change who you are' },
  searchPeople: { ja: '氏名・市町・役割で探す', en: 'Search by name, municipality or role' },
  nobody: { ja: '該当する方はいません。', en: 'Nobody matches.' },

  channels: { ja: 'チャンネル', en: 'Channels' },
  messagesTo: { ja: 'ダイレクトメッセージ', en: 'Direct messages' },
  unread: (n: number): Words => ({ ja: `未読${n}件`, en: `${n} unread` }),
  membersOf: (n: number): Words => ({ ja: `${n}人`, en: n === 1 ? '1 member' : `${n} members` }),
  archived: {
    ja: 'このチャンネルはアーカイブされています。',
    en: 'This channel has been archived.',
  },
  nothingYet: { ja: 'まだメッセージはありません。', en: 'No messages yet.' },
  firstHint: {
    ja: '下の欄に「/」を入力すると、コマンドの一覧が表示されます。',
    en: 'Type "/" below to see the commands.',
  },

  app: { ja: 'アプリ', en: 'APP' },
  onlyForYou: { ja: 'あなただけに表示されています', en: 'Only visible to you' },
  edited: { ja: '(編集済み)', en: '(edited)' },
  replies: (n: number): Words => ({ ja: `${n}件の返信`, en: n === 1 ? '1 reply' : `${n} replies` }),
  replyInThread: { ja: 'スレッドで返信', en: 'Reply in thread' },
  moreActions: { ja: 'その他の操作', en: 'More actions' },
  download: (name: string): Words => ({ ja: `${name} をダウンロード`, en: `Download ${name}` }),
  thread: { ja: 'スレッド', en: 'Thread' },
  close: { ja: '閉じる', en: 'Close' },
  home: { ja: 'ホーム', en: 'Home' },
  messages: { ja: 'メッセージ', en: 'Messages' },
  noHome: { ja: 'ホームタブにはまだ何もありません。', en: 'There is nothing on the Home tab yet.' },
  options: { ja: 'メニューを開く', en: 'Open menu' },
  choose: { ja: '選択してください', en: 'Choose an option' },
  chosen: (n: number): Words => ({ ja: `${n}件選択中`, en: `${n} chosen` }),
  narrow: { ja: '絞り込み', en: 'Filter' },
  optional: { ja: '(任意)', en: '(optional)' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  ok: { ja: 'OK', en: 'OK' },
  sending: { ja: '送信中…', en: 'Sending…' },
  notShown: { ja: 'この部品は練習室では表示できません。', en: 'This part cannot be shown in the practice room.' },

  messageTo: (place: string): Words => ({ ja: `${place} へのメッセージ`, en: `Message ${place}` }),
  replyHere: { ja: '返信する', en: 'Reply' },
  send: { ja: '送信', en: 'Send' },
  candidates: { ja: '候補', en: 'Suggestions' },
  composeHelp: {
    ja: 'Enterで送信、Shift + Enterで改行します。',
    en: 'Enter sends, Shift + Enter adds a line.',
  },
  refused: {
    'not in channel': { ja: 'このチャンネルに参加していません。', en: 'You are not in this channel.' },
    archived: { ja: 'このチャンネルはアーカイブされています。', en: 'This channel has been archived.' },
  } as Record<string, Words>,

  clock: { ja: '時計', en: 'Clock' },
  japanTime: { ja: '日本時間', en: 'Japan time' },
  moveTo: { ja: '日時を指定', en: 'Date and time' },
  move: { ja: '動かす', en: 'Move' },
  moving: { ja: '時計を動かしています…', en: 'Moving the clock…' },
  arrived: (n: number): Words => ({
    ja: n === 0 ? '新しいメッセージはありません。' : `新しいメッセージが${n}件届きました。`,
    en: n === 0 ? 'No new messages.' : n === 1 ? '1 new message arrived.' : `${n} new messages arrived.`,
  }),
  failed: (why: string): Words => ({ ja: `うまくいきませんでした:${why}`, en: `That did not work: ${why}` }),
};
