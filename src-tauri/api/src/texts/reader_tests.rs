//! What stands in `texter.golden` is read in the window: the command line has words of its own (`src/cli/swedish.rs`).

#[test]
fn no_text_of_the_window_sends_its_reader_to_the_command_line() {
    let texts = include_str!("../../texter.golden").to_lowercase();
    for line in texts.lines() {
        for word in ["--", "kör ", "roda-traden", ".ts", "katalog"] {
            assert!(!line.contains(word), "”{word}” belongs to the command line: {line}");
        }
    }
}
