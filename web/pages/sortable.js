/**
 * Lets the items of a list be put elsewhere: by dragging their handles, or with the arrow keys when
 * a handle has the focus. Items bear their `data-id`.
 *
 * @param move called with an item's id, the id after which it is to stand, null for first, and what
 *     has happened for those who cannot see it
 */
export function makeSortable(list, move) {
  const ids = () => [...list.children].map(({ dataset }) => dataset.id);
  const put = (id, index) => {
    const others = ids().filter((other) => other !== id);
    const at = Math.max(0, Math.min(index, others.length));
    move(id, at === 0 ? null : others[at - 1], `Now at place ${at + 1} of ${others.length + 1}`);
  };
  let dragged;

  list.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.target.matches('.handle')) {
      event.preventDefault();
      const { id } = event.target.closest('li').dataset;
      put(id, ids().indexOf(id) + step);
    }
  });
  list.addEventListener('dragstart', (event) => {
    const item = event.target.closest('li');
    dragged = item.dataset.id;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged);
    event.dataTransfer.setDragImage(item, 0, 0);
  });
  list.addEventListener('dragover', (event) => dragged && event.preventDefault());
  list.addEventListener('drop', (event) => {
    const item = event.target.closest('li');
    if (dragged && item) {
      event.preventDefault();
      const { top, height } = item.getBoundingClientRect();
      const others = ids().filter((id) => id !== dragged);
      const isBelow = event.clientY > top + height / 2;
      if (item.dataset.id !== dragged) {
        put(dragged, others.indexOf(item.dataset.id) + (isBelow ? 1 : 0));
      }
    }
  });
  list.addEventListener('dragend', () => {
    dragged = undefined;
  });
}
