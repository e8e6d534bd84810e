#pragma once

#include <cstdint>

// What becomes of a character on its way into the view. Private to this stage.

namespace pullquote::text {

enum class CharacterClass : std::uint8_t {
  kPlain,      // stays
  kMark,       // stays for now: a quotation mark or apostrophe, or what is typed for one
  kSpace,      // ' '
  kLineBreak,  // '\n'
  kParagraph,  // "\n\n"
  kInvisible,  // nothing
};

[[nodiscard]] CharacterClass classify_character(char32_t c);

/// The marks of windows-1252 that arrive as C1 controls when it was read as Latin-1, and the marks that two Greek
/// accents are to NFC; other characters unchanged.
[[nodiscard]] char32_t repair(char32_t c);

}  // namespace pullquote::text
