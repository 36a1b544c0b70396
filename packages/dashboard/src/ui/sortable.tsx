import { VisuallyHidden } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './sortable.module.css';

interface Lifted {
  readonly from: number;
  readonly to: number;
}

/** So close to the window's edge, the page scrolls along with what is carried. */
const edgePixels = 60;
const scrollPixels = 14;

/**
 * A list whose order matters and can be changed: by its handles with the pointer, or with the arrow keys while a handle
 * has the focus. What happened is said aloud.
 */
export function Sortable<Item>({
  label,
  items,
  keyOf,
  nameOf,
  onMove,
  children,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  /** Null where nothing may be moved. */
  readonly onMove: ((from: number, to: number) => void) | null;
  /** Drawn again only when the item changes, if what it returns is memoised. */
  readonly children: (item: Item, index: number) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, setSaid] = useState('');
  const focusAgain = useRef<string | null>(null);

  // What is moved within the document loses the focus; whoever moves by keys wants to go on.
  useEffect(() => {
    if (focusAgain.current === null) return;
    const at = items.findIndex((item) => keyOf(item) === focusAgain.current);
    list.current?.children[at]?.querySelector<HTMLElement>('[data-handle]')?.focus();
    focusAgain.current = null;
  });

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || !onMove || to < 0 || to >= items.length || to === from) return;
    onMove(from, to);
    setSaid(`${nameOf(item)} is now ${to + 1} of ${items.length}.`);
  };
  const press = (event: KeyboardEvent, from: number, item: Item) => {
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape') setLifted(null);
    if (to === undefined) return;
    event.preventDefault();
    focusAgain.current = keyOf(item);
    move(from, to);
  };
  const carry = ({ clientY }: PointerEvent) => {
    if (lifted === null || list.current === null) return;
    if (clientY < edgePixels) window.scrollBy(0, -scrollPixels);
    if (clientY > window.innerHeight - edgePixels) window.scrollBy(0, scrollPixels);
    const to = placeAt(list.current, clientY, lifted.from);
    if (to !== lifted.to) setLifted({ ...lifted, to });
  };
  const drop = () => {
    if (lifted) move(lifted.from, lifted.to);
    setLifted(null);
  };
  return (
    <>
      <ol className={classes['list']} ref={list} aria-label={label}>
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            className={classes['item']}
            data-lifted={lifted?.from === index || undefined}
            data-drop={dropAt(lifted, index)}
          >
            {onMove && (
              <button
                type="button"
                data-handle
                className={classes['handle']}
                aria-label={`Move ${nameOf(item)}, ${index + 1} of ${items.length}, with the arrow keys`}
                onKeyDown={(event) => press(event, index, item)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setLifted({ from: index, to: index });
                }}
                onPointerMove={carry}
                onPointerUp={drop}
                onPointerCancel={() => setLifted(null)}
              >
                <IconGripVertical size={16} aria-hidden="true" />
              </button>
            )}
            <div className={classes['content']}>{children(item, index)}</div>
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

/** Where a line shows the place: after the item when carried down, before it when carried up. */
function dropAt(lifted: Lifted | null, index: number): 'before' | 'after' | undefined {
  if (lifted === null || lifted.to !== index || lifted.to === lifted.from) return undefined;
  return lifted.to > lifted.from ? 'after' : 'before';
}

/** The place that something carried to this height would take: it passes an item once it is past its middle. */
function placeAt(list: HTMLElement, y: number, from: number): number {
  const middles = [...list.children].map((child) => {
    const { top, height } = child.getBoundingClientRect();
    return top + height / 2;
  });
  const above = middles.filter((middle, index) => index !== from && middle < y).length;
  return Math.min(above, middles.length - 1);
}
