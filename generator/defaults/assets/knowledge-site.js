/* A filter above the lists of an index: by words, and by what its entries have in common. Without it, the page is
   complete: the same entries stand grouped on pages of their own. All words come from attributes of the box. */
(() => {
  "use strict"

  const FEWEST = 2, MOST = 80 // kinds of a facet between which choosing makes sense

  const fold = words => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  const read = item => {
    const facets = {}
    for (const place of item.querySelectorAll("[data-facets]"))
      for (const [key, words] of Object.entries(place.dataset))
        facets[key] = words.split("|")
    return { item, facets, words: fold(item.textContent) }
  }

  const choices = (entries, key) => [...new Set(entries.flatMap(entry => entry.facets[key] || []))]
    .sort((one, other) => one.localeCompare(other, document.documentElement.lang))

  const setUp = box => {
    const lists = [...document.querySelectorAll(".ks-index")]
    const entries = lists.flatMap(list => [...list.querySelectorAll(":scope > ul > li")]).map(read)
    const query = make("input", { type: "search", autocomplete: "off" })
    const selects = {}
    box.append(make("label", {}, box.dataset.words + " ", query))
    for (const [name, label] of Object.entries(box.dataset).filter(([name]) => name.startsWith("label"))) {
      const key = name.slice("label".length).toLowerCase()
      const found = choices(entries, key)
      if (found.length < FEWEST || found.length > MOST) continue
      selects[key] = make("select", {}, make("option", { value: "" }, box.dataset.all),
        ...found.map(words => make("option", { value: words }, words)))
      box.append(make("label", {}, label + " ", selects[key]))
    }
    const status = make("p", { className: "ks-quiet" })
    status.setAttribute("role", "status")
    box.append(status)

    const apply = () => {
      const wanted = fold(query.value).split(/\s+/).filter(Boolean)
      const chosen = Object.entries(selects).filter(([, select]) => select.value)
      for (const { item, facets, words } of entries)
        item.hidden = !(wanted.every(word => words.includes(word)) &&
          chosen.every(([key, select]) => (facets[key] || []).includes(select.value)))
      for (const list of lists) {
        const empty = !list.querySelector(":scope > ul > li:not([hidden])")
        list.hidden = empty
        if (/^H[23]$/.test(list.previousElementSibling?.tagName)) list.previousElementSibling.hidden = empty
      }
      const shown = entries.filter(({ item }) => !item.hidden).length
      status.textContent = !wanted.length && !chosen.length ? "" : shown === 0 ? box.dataset.none
        : box.dataset.count.replace("{shown}", shown).replace("{all}", entries.length)
    }
    box.addEventListener("input", apply)
    box.hidden = false
    apply() // a browser may bring back what was typed
  }

  const start = () => document.querySelectorAll(".ks-filter:empty").forEach(setUp)
  // Material tells of every page, also of those it loads without a fresh start; other themes have the page ready here.
  if (window.document$) window.document$.subscribe(start)
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start)
  else start()
})()
