/**
 * What operations make of a plan's tasks: the same as on the server, so that what is shown before
 * the answer comes is what the answer will say. All functions leave what they are given as it is.
 */

/** The tasks after an operation; the very same array where it has no effect. */
export function applied(tasks, op) {
  return OPERATIONS[op.op]?.(tasks, op) ?? tasks;
}

/** The tasks after several operations. */
export function folded(tasks, ops) {
  return ops.reduce(applied, tasks);
}

const OPERATIONS = {
  add: (tasks, { id, text, after }) => (has(tasks, id) ? tasks : placed(tasks, { id, text, done: false }, after)),
  edit: (tasks, { id, fields }) => changed(tasks, id, edited(fields)),
  check: (tasks, { id, done }) => changed(tasks, id, { done }),
  move: (tasks, { id, after }) => moved(tasks, id, after),
  remove: (tasks, { id }) => (has(tasks, id) ? tasks.filter((task) => task.id !== id) : tasks),
};

/** What an edit sets; null takes away a field that need not be there. */
function edited({ text, ...others }) {
  const optional = ['due', 'assignee'].filter((field) => field in others);
  const fields = Object.fromEntries(optional.map((field) => [field, others[field] ?? undefined]));
  return text == null ? fields : { text, ...fields };
}

function has(tasks, id) {
  return tasks.some((task) => task.id === id);
}

function changed(tasks, id, fields) {
  const task = tasks.find((one) => one.id === id);
  const isNews = task && Object.entries(fields).some(([field, value]) => task[field] !== value);
  return isNews ? tasks.map((one) => (one === task ? { ...task, ...fields } : one)) : tasks;
}

function moved(tasks, id, after) {
  const task = tasks.find((one) => one.id === id);
  if (!task || after === id) {
    return tasks;
  }
  const there = placed(tasks.filter((one) => one !== task), task, after);
  return there.every((one, index) => one === tasks[index]) ? tasks : there;
}

/** After another task; first, where that is null; last, where it is left out or has gone. */
function placed(tasks, task, after) {
  const index = after === null ? 0 : tasks.findIndex(({ id }) => id === after) + 1 || tasks.length;
  return tasks.toSpliced(index, 0, task);
}
