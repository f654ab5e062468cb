/** What a window's tabs are stored under; the theme and the like are the same in all windows. */
const OWN = /^graphiql:(tabState|query|variables|headers|operationName)$/;

/**
 * Keeps each window's tabs in that window, so that two windows do not overwrite each other's edits; a new window begins
 * with what was edited last.
 */
export const windowStorage: Storage = {
  get length() {
    return localStorage.length;
  },
  key: (index) => localStorage.key(index),
  clear: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
  getItem: (key) => (OWN.test(key) ? sessionStorage.getItem(key) : null) ?? localStorage.getItem(key),
  removeItem: (key) => {
    if (OWN.test(key)) sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  },
  setItem: (key, value) => {
    if (OWN.test(key)) sessionStorage.setItem(key, value);
    localStorage.setItem(key, value);
  },
};
