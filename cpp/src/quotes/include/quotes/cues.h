#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The words that say that something was said: one table of lemmas with their forms and what each takes.

namespace pullquote::quotes {

enum Takes : std::uint32_t {
  kQuotation = 1u << 0,    // "…," X said
  kThat = 1u << 1,         // X said that …
  kClause = 1u << 2,       // X said …, without "that"
  kQuestion = 1u << 3,     // X asked why …
  kInfinitive = 1u << 4,   // X vowed to …
  kObject = 1u << 5,       // X called the deal "a gift", X rejected "the tax": with a quotation in it
  kAddressee = 1u << 6,    // X told reporters that …
  kNoun = 1u << 7,         // X's claim that …
  kNounToo = 1u << 8,      // a form of it is a noun as well: "the report", "two calls"
  kNeedsTail = 1u << 9,    // only with one of its tails: "pointed out"
  kThought = 1u << 10,     // thought rather than said: "believes"
  kDenial = 1u << 11,      // says that it is not so: "denied"
  kBareObject = 1u << 12,  // an object without a quotation is content as well: "urged restraint"
};

struct Cue {
  std::string_view lemma;
  std::string_view forms;  // with the lemma where it is a form, one space between each two
  std::uint32_t takes = 0;
  std::string_view tails;  // words after it that belong to it: "out", "for on"
};

/// The whole table, in the order of its lines.
[[nodiscard]] std::span<const Cue> cues();

/// The cue that has this lower-cased word among its forms, or none.
[[nodiscard]] const Cue* find_cue(std::string_view lower);

/// True where a word is one of those in a list like Cue::forms.
[[nodiscard]] bool is_among(std::string_view list, std::string_view word);

}  // namespace pullquote::quotes
