#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
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

/// What kind of saying the words of a cue stand for: "asked" is asking, wondering and inquiring, however it was put.
/// What each holds is listed in cpp/src/quotes/manners.cpp.
enum class Manner : std::uint8_t {
  kSaid,
  kAsked,
  kAnswered,
  kWrote,
  kAnnounced,
  kExplained,
  kArgued,
  kClaimed,
  kSuggested,
  kFound,
  kAgreed,
  kAdmitted,
  kDenied,
  kPromised,
  kWarned,
  kPredicted,
  kOrdered,
  kCriticised,
  kPraised,
  kThought,
  kExclaimed
};
inline constexpr std::array<std::string_view, 21> kMannerNames = {
    "said",    "asked",     "answered", "wrote",      "announced", "explained", "argued",
    "claimed", "suggested", "found",    "agreed",     "admitted",  "denied",    "promised",
    "warned",  "predicted", "ordered",  "criticised", "praised",   "thought",   "exclaimed"};

/// How much time a date names. A list is several days or months ("7 and 9 May"), a range all from one to another; a
/// duration is a length of time, and what recurs comes again and again ("every Friday").
enum class DateType : std::uint8_t {
  kDate,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kRange,
  kList,
  kDuration,
  kRecurring
};
inline constexpr std::array<std::string_view, 12> kDateTypeNames = {"date",   "week", "month",    "quarter",
                                                                    "season", "year", "decade",   "century",
                                                                    "range",  "list", "duration", "recurring"};

/// How a name stands for a country: by its own name, by its people's or language's, or by its capital's.
enum class PlaceType : std::uint8_t { kCountry, kDemonym, kCapital };
inline constexpr std::array<std::string_view, 3> kPlaceTypeNames = {"country", "demonym", "capital"};

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

/// What a DATE stands for, in ISO 8601 and, where that has no form for it, in EDTF (the Library of Congress's extension
/// of it, ISO 8601-2): "2019-01-23", "2019-W04", "2019-01", "2019-33" (first quarter), "2019-22" (summer), "2019",
/// "199X", "19XX", "2010/2014", "{2019-05-07,2019-05-09}", "P2Y", "R/P1W". Years are 1 to 9999.
struct DateValue {
  DateType type = DateType::kDate;
  std::string iso;    ///< empty where the article does not settle it: "Friday", and no day of publication
  std::string start;  ///< first and last day, YYYY-MM-DD; empty where unsettled, open, a duration or recurring
  std::string end;
  friend bool operator==(const DateValue&, const DateValue&) = default;
};

/// What a sum of MONEY amounts to, in units of its currency ("50 cents" is 0.5 dollars).
struct MoneyValue {
  std::optional<double> low;   ///< the amount; nothing where it is not said ("millions of dollars")
  std::optional<double> high;  ///< equals `low` but for a range: "$5 to $10 million"
  std::string currency;        ///< ISO 4217; empty where the article does not settle it
  friend bool operator==(const MoneyValue&, const MoneyValue&) = default;
};

/// The country that a LOC or NORP stands for.
struct PlaceValue {
  PlaceType type = PlaceType::kCountry;
  std::string country;  ///< ISO 3166-1 alpha-2, with XK for Kosovo
  std::string alpha3;   ///< ISO 3166-1 alpha-3
  friend bool operator==(const PlaceValue&, const PlaceValue&) = default;
};

using Value = std::variant<DateValue, MoneyValue, PlaceValue>;

/// Somebody or something that the article refers to, under one name.
struct Entity {
  Label label = Label::kMisc;
  bool named = true;                         ///< false: never named; `name` is its fullest mention
  std::string name;                          ///< canonical name, UTF-8
  std::vector<std::string> aliases;          ///< other names, in order of first use, without `name`
  std::optional<std::string> role;           ///< as written: "Kremlin spokesman"
  std::optional<std::uint32_t> affiliation;  ///< index into Document::entities
  std::optional<std::string> external_id;    ///< the key that the user's gazetteer has for it
  std::optional<Value> value;                ///< of a DATE, a sum of MONEY, a country, a people or a capital
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
  std::optional<Manner> manner;      ///< none without a cue, and of a cue whose words do not say
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
