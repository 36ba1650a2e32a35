/** The vocabulary of 総合業務: elections, schools, housing and the rest. */
import type { Business } from './business.ts';

export const GENERAL: readonly Business[] = [
  {
    system: 'senkyo',
    count: 105,
    person: '選挙人',
    about: [
      '名簿/調製/data: 選挙人名簿の登録,在外選挙人名簿の登録,失権の記録',
      '名簿/定時登録/run: 選挙人名簿の定時登録,選挙時登録,投票区の割当て',
      '投票/期日前/data: 期日前投票の受付,不在者投票の請求,当日投票の受付',
      '帳票/入場券/paper: 投票所入場券,選挙人名簿抄本,投票録の集計表',
    ],
  },
  {
    system: 'saibanin',
    count: 18,
    person: '候補予定者',
    about: ['名簿/抽出/run: 裁判員候補者予定者の抽出', '名簿/管理/data: 裁判員候補者予定者名簿'],
  },
  {
    system: 'gakurei',
    count: 85,
    person: '児童生徒',
    about: [
      '学齢簿/編製/data: 学齢簿,区域外就学の申請,指定校変更の申請,就学援助の申請',
      '就学/入学/run: 新入学者の抽出,通学区域の判定,年度更新',
      '帳票/通知/paper: 就学通知書,就学時健診の案内,入学承諾書',
    ],
  },
  {
    system: 'jutaku',
    count: 85,
    person: '入居者',
    about: [
      '入居/申込/data: 入居の申込,同居の承認,入居者の収入申告,連帯保証人',
      '家賃/算定/run: 家賃の算定,収入超過者の認定,家賃の月次調定',
      '家賃/通知/paper: 家賃決定通知書,収入認定通知書',
      '施設/管理/data: 団地・住戸,修繕の履歴',
    ],
  },
  {
    system: 'chikken',
    count: 34,
    person: '飼い主',
    about: ['登録/畜犬/data: 犬の登録,狂犬病予防注射の記録', '登録/交付/paper: 鑑札の交付簿,予防注射の案内はがき'],
  },
  {
    system: 'gesui',
    count: 37,
    person: '受益者',
    about: [
      '賦課/申告/data: 受益者の申告,徴収猶予の申請',
      '賦課/計算/run: 負担金の賦課計算',
      '通知/納付/paper: 負担金決定通知書',
    ],
  },
  {
    system: 'nogyo',
    count: 50,
    person: '農家',
    about: [
      '農家台帳/農地/data: 農家基本台帳,農地の利用状況,利用権の設定',
      '農家台帳/調査/run: 耕作面積の集計',
      '証明/発行/paper: 耕作証明書',
    ],
  },
];
