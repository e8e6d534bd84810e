#pragma once

#include <cstdint>
#include <string_view>

// The closed classes of English words that bound a noun phrase, a verb group or a clause: all the syntax that the rules
// have. Open-class words are told by what stands around them.

namespace pullquote::quotes {

enum Grammar : std::uint32_t {
  kDeterminer = 1u << 0,     // the, a, some, its: a noun phrase opens
  kSubject = 1u << 1,        // he, they, who: a noun phrase of its own, before a verb
  kObjectForm = 1u << 2,     // him, them, stand-ins after "told"
  kAuxiliary = 1u << 3,      // has, was, did
  kBe = 1u << 4,             // of those, the forms of "be"
  kModal = 1u << 5,          // would, might
  kNegation = 1u << 6,       // not, never
  kAdverb = 1u << 7,         // also, later: inside a verb group
  kPreposition = 1u << 8,    // in, on
  kSubordinator = 1u << 9,   // because, while, that
  kConjunction = 1u << 10,   // and, but
  kQuestionWord = 1u << 11,  // why, whether
  kRelative = 1u << 12,      // who, which, whose
  kTime = 1u << 13,          // Thursday, yesterday, earlier, last
  kRaising = 1u << 14,       // went on, refused: stand before "to say"
  kRefusing = 1u << 15,      // of those, the ones that negate: declined, refused
  kTheySpeak = 1u << 16,     // plural or collective people: reporters, analysts, police
};

[[nodiscard]] std::uint32_t grammar_of(std::string_view lower);

/// A hyphen that stands alone, too.
[[nodiscard]] bool is_dash(std::string_view word);

}  // namespace pullquote::quotes
