extension HTMLPage {
  /// For screens, light and dark, and for paper.
  static let styleSheet = """
    :root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --soft: #656d76; --line: #d8dee4; --code: #f6f8fa;
      --link: #0969da; --warning: #fff4e5; --failure: #ffebe9; --keyword: #0550ae; --string: #116329; --number: #953800;
      --comment: #5f6b7a; --name: #8250df; --command: #b0187f;
      --ansi-0: #24292f; --ansi-1: #c0292f; --ansi-2: #116329; --ansi-3: #7d4e00; --ansi-4: #0550ae; --ansi-5: #8250df;
      --ansi-6: #1b6f78; --ansi-7: #6e7781; --ansi-8: #57606a; --ansi-9: #a40e26; --ansi-10: #1a7f37;
      --ansi-11: #633c01; --ansi-12: #0969da; --ansi-13: #a475f9; --ansi-14: #1f7c8a; --ansi-15: #8c959f; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6edf3; --paper: #0d1117; --soft: #8d96a0; --line: #30363d; --code: #161b22; --link: #58a6ff;
        --warning: #2e2310; --failure: #2d1517; --keyword: #79c0ff; --string: #7ee787; --number: #ffa657;
        --comment: #8b949e; --name: #d2a8ff; --command: #ff9bce;
        --ansi-0: #8b949e; --ansi-1: #ff7b72; --ansi-2: #3fb950; --ansi-3: #d29922; --ansi-4: #58a6ff;
        --ansi-5: #bc8cff; --ansi-6: #39c5cf; --ansi-7: #b1bac4; --ansi-8: #8b949e; --ansi-9: #ffa198;
        --ansi-10: #56d364; --ansi-11: #e3b341; --ansi-12: #79c0ff; --ansi-13: #d2a8ff; --ansi-14: #56d4dd;
        --ansi-15: #f0f6fc; }
    }
    @media (prefers-color-scheme: dark) {
      /* Colours that authors chose for white paper. */
      .prose span[style^="color:"] { filter: invert(1) hue-rotate(180deg); }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55;
      font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .6em; }
    h1 { font-size: 2rem; } h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; } h4, h5, h6 { font-size: 1rem; }
    h1, h2 { border-bottom: 1px solid var(--line); padding-bottom: .25em; }
    a[href] { color: var(--link); }
    img, video { max-width: 100%; object-fit: contain; }
    pre, code { font-family: ui-monospace, SFMono-Regular, "DejaVu Sans Mono", Menlo, Consolas, monospace;
      font-size: .875rem; }
    pre { margin: 0; padding: .75em 1em; overflow-x: auto; line-height: 1.45; tab-size: 8; }
    .prose pre { background: var(--code); border-radius: 6px; margin: 1em 0; }
    .prose :not(pre) > code { background: var(--code); border-radius: 4px; padding: .1em .35em; }
    .prose table { border-collapse: collapse; margin: 1em 0; }
    .prose th, .prose td { border: 1px solid var(--line); padding: .3em .75em; }
    .prose blockquote { margin: 1em 0; padding-left: 1em; border-left: 4px solid var(--line); color: var(--soft); }
    .cell { margin: 1.25em 0; }
    .input, .output { position: relative; }
    .input pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; }
    .prompt { color: var(--soft); font: .75rem ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
      padding: .25em 0; }
    .output pre { padding: .5em 1em; }
    .stderr { background: var(--warning); }
    .traceback { background: var(--failure); border-radius: 6px; }
    .picture { background: #fff; border-radius: 6px; margin: .5em 1em; max-width: calc(100% - 2em); }
    .missing { color: var(--soft); }
    .missing::before { content: "\\25A7\\00A0"; }
    .math.display { display: block; overflow-x: auto; overflow-y: hidden; margin: 1em 0; text-align: center; }
    .math.tex { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .875em; }
    .math.display.tex { white-space: pre-wrap; }
    math { font-size: 1.1em; font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "STIX Math", math; }
    math .align > mtr > mtd { text-align: left; padding-left: 0; padding-right: 0; }
    math .align > mtr > mtd:nth-child(odd) { text-align: right; }
    math .align > mtr > mtd:only-child { text-align: center; }
    math .cases > mtr > mtd { text-align: left; }
    .keyword, .constant { color: var(--keyword); font-weight: 600; }
    .string { color: var(--string); } .number { color: var(--number); }
    .comment { color: var(--comment); font-style: italic; }
    .builtin { color: var(--keyword); } .definition, .decorator { color: var(--name); }
    .command { color: var(--command); }
    @media print { main { max-width: none; padding: 0; } pre { white-space: pre-wrap; } .cell { break-inside: avoid; } }
    """
}
