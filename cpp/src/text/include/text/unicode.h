#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// What the other stages ask about characters. ICU answers behind it and is included nowhere else.

namespace pullquote::text {

struct Decoded {
  char32_t code_point;
  std::uint32_t length;  // bytes
};

[[nodiscard]] Decoded decode_multibyte(std::string_view utf8, std::size_t at);

/// Reads the code point that starts at `at`, which must be inside valid UTF-8.
[[nodiscard]] inline Decoded decode(std::string_view utf8, std::size_t at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x80) return {lead, 1};
  return decode_multibyte(utf8, at);
}

/// What a character is, in as much detail as the reading of text needs: Unicode's general categories, grouped.
enum class Group : std::uint8_t {
  kLetter,      // L*, and marks (M*)
  kNumber,      // N*
  kOpening,     // Ps, Pi
  kClosing,     // Pe, Pf
  kDash,        // Pd
  kSentence,    // Po: full stops, commas and the like
  kConnector,   // Pc
  kCurrency,    // Sc
  kPictograph,  // So: emoji, arrows, © and so on
  kSymbol,      // Sm, Sk
  kSpace,       // Z*
  kOther,       // C*
};
[[nodiscard]] Group group_of(char32_t c);

[[nodiscard]] bool is_letter(char32_t c);       // L*, and marks that follow letters
[[nodiscard]] bool is_digit(char32_t c);        // Nd
[[nodiscard]] bool is_upper(char32_t c);        // Lu, Lt
[[nodiscard]] bool is_lower(char32_t c);        // Ll
[[nodiscard]] bool is_punctuation(char32_t c);  // P*
[[nodiscard]] bool is_currency(char32_t c);     // Sc
[[nodiscard]] bool is_mark(char32_t c);         // M*: accents and the like that belong to the character before

/// Simple (one to one) lower-casing of valid UTF-8, by Unicode's default mapping, whatever the locale.
[[nodiscard]] std::string to_lower(std::string_view utf8);
/// The same, without a new allocation where `out` has room.
void to_lower(std::string_view utf8, std::string& out);
/// Simple (one to one) upper-casing: as many code points as before.
[[nodiscard]] std::string to_upper(std::string_view utf8);

/// The same without accents ("Bogotá" as "Bogota"), Latin letters only; of valid UTF-8.
[[nodiscard]] std::string without_accents(std::string_view name);

}  // namespace pullquote::text
