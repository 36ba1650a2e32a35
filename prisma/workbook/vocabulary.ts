/** The businesses of the sample workbook, by sheet. */
import type { Business } from './business.ts';
import { GENERAL } from './general.ts';
import { RESIDENT } from './resident.ts';
import { TAX } from './tax.ts';
import { WELFARE } from './welfare.ts';

/** The sheets of the workbook and the businesses in them, in the order in which the rows are numbered. */
export const SHEETS: readonly { readonly name: string; readonly businesses: readonly Business[] }[] = [
  { name: '住民業務', businesses: RESIDENT },
  { name: '税業務', businesses: TAX },
  { name: '福祉業務', businesses: WELFARE },
  { name: '総合業務', businesses: GENERAL },
  {
    name: '共通',
    businesses: [
      {
        system: 'gaiji',
        count: 30,
        person: '対象者',
        about: [
          '外字/登録/data: 外字,外字の同定結果',
          '外字/配信/run: 外字の各業務への配信',
          '外字/一覧/paper: 外字の一覧表',
        ],
      },
    ],
  },
];
