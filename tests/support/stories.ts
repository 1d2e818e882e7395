// Which end-to-end story shows each step of a dossier and each task of the administrator. A new step does not compile without its story.
import type { Step } from '@/lib/dossiers/move-rules'

/** A spec file of `tests/e2e`, without `.spec.ts`, and the first words of a test in it. */
export type Story = readonly [spec: string, test: string]

export const STORIES_OF_STEPS: Record<Step, readonly Story[]> = {
  receive: [
    ['stories', 'the clerk receives it'],
    ['counter-intake', 'a known person is found by number'],
    ['counter-intake', 'all of it without script and at 320 px'],
    ['counter-slips', 'an ordinary dossier of a known person'],
  ],
  ask_for_more: [
    ['supplement', 'the clerk finds a paper not good enough'],
    ['supplement', 'the specialist asks once while at work'],
    ['counter-slips', 'who lacks a paper leaves with the slip'],
  ],
  answer: [
    ['supplement', 'the citizen is mailed, sees what to do first, and answers with an old phone and no script'],
    ['supplement', 'the clerk answers for her from the counter'],
  ],
  refuse: [
    ['supplement', 'what is not the commune’s is refused'],
    ['counter-slips', 'who is at the wrong office leaves with a refusal, without script'],
  ],
  withdraw: [['supplement', 'a citizen takes back what she has just sent']],
  forward: [['stories', 'the clerk receives it']],
  take: [['stories', 'the specialist takes it']],
  propose: [['stories', 'the specialist takes it, attaches the result and proposes']],
  approve: [
    ['stories', 'the leader sends it back with a reason, then approves'],
    ['passing-on', 'the leader approves several, only those whose document was opened'],
  ],
  send_back: [['stories', 'the leader sends it back with a reason, then approves']],
  recall: [['passing-on', 'who proposed takes it back']],
  assign: [
    ['passing-on', 'the head assigns, who got it passes it on'],
    ['passing-on', 'the head assigns several at once'],
  ],
  pass_on: [['passing-on', 'the head assigns, who got it passes it on']],
  give_back: [['passing-on', 'the head assigns, who got it passes it on with a reason, and that one gives it back']],
  pass_to_department: [['passing-on', 'what came to the wrong department goes to the right one']],
  hand_over: [['stories', 'the clerk hands it over']],
  ask_to_withdraw: [
    ['withdrawal-and-stop', 'she asks to withdraw from an old phone without script'],
    ['withdrawal-and-stop', 'the clerk records the wish of one who comes to the counter'],
  ],
  keep_going: [
    ['withdrawal-and-stop', 'she asks to withdraw from an old phone without script, thinks better of it'],
    ['withdrawal-and-stop', 'the clerk records the wish of one who comes to the counter, and that she thinks better of it'],
  ],
  confirm_withdrawal: [['withdrawal-and-stop', 'the desk agrees: Thông báo dừng with her own reason']],
  stop: [['withdrawal-and-stop', 'the leader stops what cannot be granted']],
  take_up_again: [['withdrawal-and-stop', 'what the leader has stopped is taken up again']],
  recall_forward: [['ways-of-the-office', 'what went to the wrong department is taken back by the desk']],
  return_to_desk: [['ways-of-the-office', 'what went to the wrong department is taken back by the desk, or returned to it']],
  ask_again: [['ways-of-the-office', 'a second request is the leader’s to answer for']],
  issue: [['ways-of-the-office', 'a decision goes by the registrar']],
  return_to_signer: [['ways-of-the-office', 'a decision goes by the registrar, who returns it once with a reason']],
  reopen: [['ways-of-the-office', 'a signed result that is wrong is taken back']],
  ask_agency: [
    ['agency', 'the specialist asks Công an xã'],
    ['agency', 'a late agency is late by name'],
  ],
  agency_answer: [
    ['agency', 'the specialist asks Công an xã, whose officer finds it, answers'],
    ['agency', 'a late agency is late by name'],
  ],
  ask_for_payment: [['payment', 'the specialist says what is to be paid']],
  confirm_payment: [
    ['payment', 'the specialist says what is to be paid, she reads it on an old phone without script, and the cashier’s record'],
  ],
  recall_payment: [['payment', 'what was asked for by mistake is taken back by the specialist']],
  extend: [['extension', 'the leader apologises and gives a new date']],
}

/** What is done with a dossier beside its steps: it stays where it is. */
export const STORIES_BESIDE_STEPS: Readonly<Record<string, Story>> = {
  'asks officers for their opinion': ['consultation', 'the specialist asks two officers'],
  'says that it will not make its date': ['extension', 'the specialist says that it will not make its date'],
  'gives an opinion': ['consultation', 'who is asked answers on a phone without script'],
  'prints what is handed over': ['office-sheets', 'the clerk prints what goes with a dossier to a department'],
  'prints the control sheet': ['office-sheets', 'the control sheet grows with the dossier and is issued with its number'],
  'takes a question back': ['consultation', 'a question that nobody can answer is taken back'],
}

export const STORIES_OF_THE_ADMINISTRATOR: Readonly<Record<string, Story>> = {
  'adds an officer with department and roles': ['administrator', 'the administrator adds an officer'],
  'changes department and roles': ['administrator', 'another department and another role hold'],
  'suspends an officer with work in hand, and restores': ['administrator', 'an officer with work in hand is suspended'],
  'resets a password by a one-time link': ['administrator', 'a forgotten password is reset by a link that works once'],
  'names a substitute for a period': ['administrator', 'a colleague stands in for a period'],
  'has the work of an absent officer done over a holiday': ['substitution', 'an officer is away over a holiday'],
  'announces a holiday': ['administrator-office', 'a change of the calendar says first what it does'],
  'sees which due dates change and which by law do not': ['administrator-office', 'a holiday near by names the appointments that move'],
  'announces a swapped day and other office hours': ['administrator-office', 'a swapped Saturday and other office hours'],
  'keeps what pages and papers say of the commune': ['administrator-office', 'the commune’s telephone is changed'],
  'keeps the reasons to ask for more': ['supplement-office', 'the administrator words a reason otherwise'],
  'is made first from the command line': ['administrator', 'the first administrator of an installation'],
}

export const STORIES_OF_EVERY_OFFICER: Readonly<Record<string, Story>> = {
  'changes the own password and sees the own sessions': ['administrator', 'who works there sees where the account is signed in'],
}
