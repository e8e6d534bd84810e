#pragma once

#include <cstdint>
#include <string_view>

// Words that take a full stop without ending a sentence.

namespace pullquote::tokens {

enum class Abbreviation : std::uint8_t {
  kNone,
  kTitle,      // "Mr.": a name follows, so no sentence ends here
  kInner,      // "vs.": something always follows
  kNumber,     // "No.", "p.": an abbreviation only before a number
  kMayEnd,     // "Inc.", "a.m.", "Jan.": may stand at the end of a sentence
  kAmbiguous,  // "Mass.", "Sun.": also a plain word; an abbreviation only where the sentence visibly goes on
};

/// `word` without its full stop, in any case.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// Capitalised words that open sentences far more often than they continue a name: "The", "He", "But".
[[nodiscard]] bool is_sentence_starter(std::string_view word);

}  // namespace pullquote::tokens
