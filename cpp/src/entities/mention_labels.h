#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pullquote/document.h"
#include "tokens/tokens.h"

// The labels of the model of mentions: a token stands outside every mention, or begins or continues one ("BIO"). Labels
// for last and only tokens as well were tried: they cost a third of a point, and twice the time and space.

namespace pullquote::entities {

inline constexpr std::uint8_t kOutside = 0;
inline constexpr std::size_t kTags = 1 + 2 * kLabelNames.size();

[[nodiscard]] constexpr std::uint8_t begin_tag(Label label) {
  return static_cast<std::uint8_t>(1 + 2 * static_cast<std::size_t>(label));
}
[[nodiscard]] constexpr std::uint8_t inside_tag(Label label) {
  return static_cast<std::uint8_t>(2 + 2 * static_cast<std::size_t>(label));
}
/// Of a tag other than kOutside.
[[nodiscard]] constexpr Label label_of(std::uint8_t tag) { return static_cast<Label>((tag - 1) / 2); }
[[nodiscard]] constexpr bool is_inside(std::uint8_t tag) { return tag != kOutside && tag % 2 == 0; }

/// Whether one tag may follow the other; kTags stands for the edge of a sentence.
[[nodiscard]] constexpr bool may_follow(std::size_t from, std::size_t to) {
  if (to == kTags || !is_inside(static_cast<std::uint8_t>(to))) return true;
  return from == to || from + 1 == to;
}

/// A first answer about one mention.
struct Guess {
  tokens::TokenRange tokens;
  Label label = Label::kMisc;
};

/// The mentions that a sequence of tags spells.
[[nodiscard]] inline std::vector<Guess> mentions_of(std::span<const std::uint8_t> tags) {
  std::vector<Guess> guesses;
  for (std::uint32_t i = 0; i < tags.size();) {
    auto last = i + 1;
    if (tags[i] != kOutside) {
      while (last < tags.size() && tags[last] == inside_tag(label_of(tags[i]))) ++last;
      guesses.push_back({{i, last}, label_of(tags[i])});
    }
    i = last;
  }
  return guesses;
}

}  // namespace pullquote::entities
