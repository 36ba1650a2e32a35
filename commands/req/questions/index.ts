/** Questions to the vendors (質問・回答票). */
export { reqAnswered } from './answered.ts';
export { reqAnswers } from './answers.ts';
export { reqQuestion } from './question.ts';
export { reqQuestionnaire } from './questionnaire.ts';
export { reqQuestions } from './questions.ts';
export { reqRoute } from './route.ts';
export { reqUnask } from './unask.ts';
