#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The phrases by which a line shows that it is not part of the article's own text. All word lists of the sections
// stage stand in section_phrases.cpp.

namespace pullquote::tokens {

enum class PhraseUse : std::uint8_t {
  kNone,
  kLabel,        // boilerplate before a colon, or as the whole line: "Related: …"
  kLinkLabel,    // the same, and without a colon before a title: "ALSO READ Minister resigns"
  kWhole,        // boilerplate as the whole line: "Advertisement"
  kOpening,      // boilerplate however the line goes on: "Sign up for our newsletter"
  kFollow,       // boilerplate in a line that gives an address: "Follow the desk on Twitter @desk"
  kStamp,        // boilerplate before a date or a time: "Updated: …"
  kByline,       // "Reporting by …"
  kCaption,      // "Photo: …" as a label
  kCaptionLine,  // "FILE PHOTO: …", however the line goes on
};

struct PhraseMatch {
  PhraseUse use = PhraseUse::kNone;
  std::size_t length = 0;  // bytes of the line
};

/// The longest listed phrase that `line` starts with, whatever its case; whole words only.
[[nodiscard]] PhraseMatch match_phrase(std::string_view line);

/// "All rights reserved", "contributed to this report", "Getty Images": telling wherever they stand in a short line.
[[nodiscard]] PhraseUse phrase_within(std::string_view line);

/// Words that stand in capitals before a dash or a colon without being a place: "FILE", "UPDATE".
[[nodiscard]] bool is_dateline_impostor(std::string_view word);
[[nodiscard]] bool is_month(std::string_view word);
/// Words of a line that gives a date and nothing else: "Mon", "July", "pm", "GMT".
[[nodiscard]] bool is_date_word(std::string_view word);
/// "Photo", "Picture": what stands before the colon of a credit at the end of a caption.
[[nodiscard]] bool is_credit_label(std::string_view word);
/// "Reuters", "AP": what stands in the brackets of a dateline or alone on a line.
[[nodiscard]] bool is_agency(std::string_view word);
/// Cities whose newspapers write "New Delhi: The …".
[[nodiscard]] bool is_colon_dateline(std::string_view place);
/// The last word of "Political Correspondent" and the like.
[[nodiscard]] bool is_reporter_title(std::string_view word);

}  // namespace pullquote::tokens
