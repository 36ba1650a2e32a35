/** Letters as mail servers write them when they could not deliver ours. */

export interface Failed {
  /** What ours was called: the whole of its Message-ID. */
  readonly name: string;
  readonly to: string;
  readonly status: string;
}

/** Postfix, by RFC 3464. */
export const returnedReport = ({ name, to, status }: Failed): string =>
  letter(`Return-Path: <>
Date: Mon,  8 Jun 2026 09:10:00 +0900 (JST)
From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: renkei@example.jp
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4C2F1A0042.1780881000/mx.example.jp"
Message-Id: <20260608001000.4C2F1A0043@mx.example.jp>

This is a MIME-encapsulated message.

--4C2F1A0042.1780881000/mx.example.jp
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.jp.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<${to}>: host mail.example.jp[192.0.2.25] said: 550 ${status}
    <${to}>: refused (in reply to RCPT TO command)

--4C2F1A0042.1780881000/mx.example.jp
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp
X-Postfix-Queue-ID: 4C2F1A0042
X-Postfix-Sender: rfc822; renkei@example.jp
Arrival-Date: Mon,  8 Jun 2026 09:00:03 +0900 (JST)

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: failed
Status: ${status}
Remote-MTA: dns; mail.example.jp
Diagnostic-Code: smtp; 550 ${status} <${to}>: refused

--4C2F1A0042.1780881000/mx.example.jp
Content-Description: Undelivered Message
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

Return-Path: <renkei@example.jp>
From: renkei@example.jp
To: ${to}
Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=
Message-ID: <${name}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

おはようございます。

--4C2F1A0042.1780881000/mx.example.jp--
`);

/** With the line ends of mail. */
export const letter = (written: string): string => written.replace(/\r?\n/gu, '\r\n');
