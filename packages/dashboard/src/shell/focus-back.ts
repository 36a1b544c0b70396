import { useEffect } from 'react';

/**
 * Gives the focus back to what had it before something opened. Drawers do so when they close; one that is taken away
 * while it is open would leave whoever uses the keyboard at the top of the page.
 */
export function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [opened]);
}
