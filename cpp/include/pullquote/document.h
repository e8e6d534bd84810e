#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/span.h"

// The result of an extraction: plain values, all of them owned by the Document.

namespace pullquote {

enum class Label : std::uint8_t { kPerson, kOrg, kLoc, kFac, kNorp, kDate, kMoney, kProduct, kMisc };
inline constexpr std::array<std::string_view, 9> kLabelNames = {"PERSON", "ORG",   "LOC",     "FAC", "NORP",
                                                                "DATE",   "MONEY", "PRODUCT", "MISC"};

enum class MentionKind : std::uint8_t { kName, kNominal, kPronoun };
inline constexpr std::array<std::string_view, 3> kMentionKindNames = {"name", "nominal", "pronoun"};

enum class SectionKind : std::uint8_t { kHeadline, kByline, kDateline, kParagraph, kCaption, kBoilerplate };
inline constexpr std::array<std::string_view, 6> kSectionKindNames = {"headline",  "byline",  "dateline",
                                                                      "paragraph", "caption", "boilerplate"};

/// direct: all of the content stands in quotation marks; mixed: some; indirect: none;
/// scare: a term in quotation marks that nobody is said to have said.
enum class QuoteKind : std::uint8_t { kDirect, kMixed, kIndirect, kScare };
inline constexpr std::array<std::string_view, 4> kQuoteKindNames = {"direct", "mixed", "indirect", "scare"};

enum class Polarity : std::uint8_t { kAsserted, kNegated, kHypothetical };
inline constexpr std::array<std::string_view, 3> kPolarityNames = {"asserted", "negated", "hypothetical"};

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view name_of(Enum value, const std::array<std::string_view, N>& names) {
  return names[static_cast<std::size_t>(value)];
}

/// A part of the article: where a scraper's lines and a journalist's paragraphs begin and end.
struct Section {
  SectionKind kind = SectionKind::kParagraph;
  Span span;
  friend bool operator==(const Section&, const Section&) = default;
};

/// One place in the text that refers to an entity.
struct Mention {
  Span span;
  MentionKind kind = MentionKind::kName;
  float confidence = 0;  ///< 0 to 1
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// Somebody or something that the article refers to, under one name.
struct Entity {
  Label label = Label::kMisc;
  bool named = true;                 ///< false: never named; `name` is its fullest mention
  std::string name;                  ///< canonical name, UTF-8
  std::vector<std::string> aliases;  ///< other names, in order of first use, without `name`
  std::optional<std::string> role;   ///< as written: "Kremlin spokesman"
  std::optional<std::uint32_t> affiliation;  ///< index into Document::entities
  float salience = 0;                        ///< 0 to 1; the entities of an article add up to 1
  std::vector<Mention> mentions;             ///< in order of the text, never empty
  friend bool operator==(const Entity&, const Entity&) = default;
};

/// Something said, who said it, and the words that say so.
struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  std::optional<std::uint32_t> speaker;  ///< index into Document::entities
  std::vector<Span> content;             ///< never empty; several where a cue interrupts it
  std::vector<Span> cue;
  std::vector<Span> source;
  std::vector<std::uint32_t> about;  ///< entities mentioned in the content, ascending, speaker left out
  std::optional<std::string> manner;
  Polarity polarity = Polarity::kAsserted;
  float confidence = 0;  ///< 0 to 1
  friend bool operator==(const Quote&, const Quote&) = default;
};

/// What was found in one article. The index of an entity or a quote is its id.
struct Document {
  std::string text;  ///< the caller's bytes, unchanged
  std::vector<Section> sections;
  std::vector<Entity> entities;  ///< in order of first mention
  std::vector<Quote> quotes;     ///< in order of the text
  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace pullquote
