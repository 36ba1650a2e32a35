/** The vocabulary of 住民業務: what residents register and are certified. */
import type { Business } from './business.ts';

export const RESIDENT: readonly Business[] = [
  {
    system: 'juki',
    count: 165,
    person: '住民',
    about: [
      '住民異動/届出異動/data: 転入届,転出届,転居届,世帯変更届,国外転出届',
      '住民異動/職権異動/data: 職権記載,職権消除,戸籍附票連携による修正',
      '住民票管理/住民票/data: 住民票の記載事項,世帯構成,旧氏・通称,在留カード情報,支援措置の申出',
      '証明発行/住民票の写し等/paper: 住民票の写し,住民票記載事項証明書,除票の写し,転出証明書',
      '証明発行/閲覧/paper: 住民基本台帳の閲覧簿',
      '統計/月次・年次/run: 人口異動月報,住民基本台帳年報,年齢別人口集計',
    ],
  },
  {
    system: 'juki-net',
    count: 30,
    person: '本人確認対象者',
    about: [
      '本人確認情報/送受信/run: 本人確認情報の通知,転入通知の受信,戸籍附票通知',
      '本人確認情報/整合/data: 本人確認情報の不整合',
      '住民票コード/管理/data: 住民票コード',
    ],
  },
  {
    system: 'jutogai',
    count: 25,
    person: '住登外者',
    about: ['住登外者/宛名/data: 住登外者の宛名,住登外者の送付先', '住登外者/名寄せ/run: 住登外者の名寄せ'],
  },
  {
    system: 'inkan',
    count: 55,
    person: '印鑑登録者',
    about: [
      '登録/印鑑登録/data: 印鑑登録原票,印影,印鑑登録証(カード),照会中の登録申請',
      '証明/証明発行/paper: 印鑑登録証明書,照会書兼回答書',
      '廃止/廃印/run: 転出・死亡による職権廃印',
    ],
  },
  {
    system: 'nenkin',
    count: 45,
    person: '被保険者',
    about: [
      '資格/被保険者/data: 第1号被保険者の資格,付加保険料の申出,任意加入の申出',
      '免除/申請/data: 保険料免除・納付猶予の申請,学生納付特例の申請',
      '報告/年金事務所/paper: 年金事務所への進達書',
    ],
  },
  {
    system: 'jido-kofu',
    count: 18,
    person: '利用者',
    about: [
      '運用/交付機/run: 自動交付機の稼働時間の設定,自動交付機の発行停止',
      '証明/交付/paper: 自動交付機の交付日計表',
    ],
  },
  {
    system: 'madoguchi',
    count: 32,
    person: '来庁者',
    about: [
      '受付/案内/data: 異動に伴う手続の案内,手続の受付状況',
      '受付/申請/paper: 申請書の一括作成様式',
      '連携/他業務/run: 受付情報の関係課への引渡し',
    ],
  },
];
