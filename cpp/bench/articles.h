#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "readers.h"

// The articles that benchmarks go through.

namespace pullquote::bench {

/// Words are what white space separates.
inline std::size_t count_words(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  std::size_t words = 0;
  for (auto at = text.find_first_not_of(kSpace); at != std::string_view::npos;
       at = text.find_first_not_of(kSpace, at)) {
    ++words;
    at = std::min(text.find_first_of(kSpace, at), text.size());
  }
  return words;
}

struct Articles {
  explicit Articles(const std::string& path) {
    train::each_json_text(path, "text", [this](std::string_view text) {
      texts.emplace_back(text);
      words += count_words(text);
    });
  }

  std::vector<std::string> texts;
  std::size_t words = 0;
};

}  // namespace pullquote::bench
