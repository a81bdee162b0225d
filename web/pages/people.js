/** So many are named; of more only the number is told. */
const MOST_NAMED = 12;

/** Shows who is here: each by name, oneself first. */
export function showPeople({ count, users }, list, isOwn) {
  const own = users.filter(isOwn);
  const others = users.filter((user) => !isOwn(user)).toSorted();
  const named = [...own.map(() => 'you'), ...others].slice(0, MOST_NAMED);
  const more = count - named.length;
  const words = named.length > 0 && more > 0 ? [...named, `${more} more`] : named;
  list.replaceChildren(...words.map(badge));
}

function badge(text) {
  const item = document.createElement('li');
  item.className = 'badge';
  item.textContent = text;
  return item;
}
