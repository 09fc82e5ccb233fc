/// What a month's page does beside other pages: a link to a folded tray opens it.
enum MonthScript {
  static let text = """

    const reveal = hash => {
      const part = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!(part instanceof HTMLDetailsElement)) return;
      part.open = true;
      part.scrollIntoView();
    };
    document.addEventListener("click", event => {
      const link = event.target.closest("a[href^='#']");
      if (link) setTimeout(() => reveal(link.hash));
    });
    addEventListener("hashchange", () => reveal(location.hash));
    reveal(location.hash);
    """
}
