const byId = (id) => document.getElementById(id);

/** Lays the long address and the short one on the same ruler, and says what was cut off. */
export function measure(long, short) {
  byId('made-before').textContent = long;
  byId('made-after').textContent = short;
  const saved = long.length - short.length;
  const count = `${Math.abs(saved)} ${Math.abs(saved) === 1 ? 'character' : 'characters'}`;
  const lengths = `${long.length} → ${short.length}`;
  byId('made-saved').textContent =
    saved > 0 ? `${lengths}: ${count} cut off.` : `${lengths}: it was short already.`;
}
