#pragma once

#include <filesystem>

#include "lexicon_builder.h"
#include "word_counts.h"

namespace pullquote::train {

/// The files that a lexicon is made from.
struct Sources {
  std::filesystem::path data;        // the folder with lexicons/ and unlabelled/
  std::filesystem::path supplement;  // names the lists lack: class, tab, names separated by |
};

/// How every word of the unlabelled text is written, and which of the watched names occur there.
void read_running_text(const Sources& sources, WordCounts& counts);

/// Names from lists, weighed against running text: what a list calls a surname or a city is often something else.
[[nodiscard]] LexiconBuilder read_lexicon(const Sources& sources);

}  // namespace pullquote::train
