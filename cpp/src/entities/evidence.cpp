#include "evidence.h"

#include <algorithm>

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kFirstName = kMaleFirstName | kFemaleFirstName;

// Points, set by hand. What nearly settles a label is worth six, a good hint three, a nudge one.
constexpr float kSettles = 6;
constexpr float kStrong = 4;
constexpr float kHint = 2.5F;
constexpr float kNudge = 1;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Shih-chung", "Suk-yeol": a given name in two syllables.
bool has_small_second_part(std::string_view word) {
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() && word[hyphen + 1] >= 'a' &&
         word[hyphen + 1] <= 'z';
}

void known_names(const Article& a, TokenRange range, Evidence& e) {
  const auto& w = a.words;
  const bool single = range.size() == 1;
  const auto names = single ? w.names(range.first) : w.lexicon().find(w.lower(range));
  const float ambiguous = (names & (kGivenAsWord | kCommonWord)) != 0 ? 0.4F : 1.0F;
  if ((names & kCountry) != 0) e.add(Label::kLoc, kSettles);
  if ((names & kRegion) != 0) e.add(Label::kLoc, kStrong * ambiguous);
  if ((names & kCapital) != 0) e.add(Label::kLoc, kStrong * ambiguous);
  if ((names & kCity) != 0) e.add(Label::kLoc, (single ? kHint : kStrong) * ambiguous);
  if ((names & kOrganisation) != 0 && (names & (kCountry | kDemonym)) == 0)
    e.add(Label::kOrg, (single ? kHint : kStrong) * ambiguous);
  if ((names & kDemonym) != 0) e.add(Label::kNorp, kSettles);
}

void heads(const Article& a, TokenRange range, Evidence& e) {
  const auto& w = a.words;
  // "World War II", "Vision 2030"
  const bool numbered = range.size() > 1 && (w.is(range.last - 1, kRomanNumeral) || !a.is_word(range.last - 1));
  const auto last = w.classes(range.last - (numbered ? 2 : 1));
  const auto first = w.classes(range.first);
  const bool single = range.size() == 1;
  const bool of_phrase = range.size() > 2 && w.is(range.first + 1, kConnector);
  const float weight = single ? 0.5F : 1.0F;
  if ((last & kOrgSuffix) != 0 && !single) e.add(Label::kOrg, kSettles);
  if (of_phrase && (first & kOrgHead) != 0) {
    e.add(Label::kOrg, kSettles);
    return;
  }
  if (of_phrase && (first & kEventHead) != 0) {
    e.add(Label::kMisc, kSettles);
    return;
  }
  if ((last & kOrgHead) != 0) e.add(Label::kOrg, ((last & kWeakHead) != 0 ? kHint : kSettles) * weight);
  if ((last & kFacilityHead) != 0) e.add(Label::kFac, (single ? 0.5F : kStrong + 0.5F));
  if ((last & kPlaceHead) != 0) e.add(Label::kLoc, single ? 0.0F : kStrong + 0.5F);
  if ((last & kEventHead) != 0) e.add(Label::kMisc, single ? 0.5F : kStrong + 0.5F);
  if (!single && (first & kPlaceHead) != 0 && (w.names(range.first) & kSurname) == 0) e.add(Label::kLoc, kStrong);
  if (!single && (first & kDirection) != 0) e.add(Label::kLoc, kHint);
  if (!single && (first & kOrgHead) != 0 && (first & kWeakHead) == 0) e.add(Label::kOrg, kHint);
  if ((last & kGroup) != 0) e.add(Label::kNorp, kSettles);
  if (single && (last & kSoleOrg) != 0) e.add(Label::kOrg, kStrong);
  if ((last & kThing) != 0) e.add(Label::kMisc, kSettles);
  // A head in the middle still speaks: "Bank Negara", "Radio Free Asia".
  for (auto i = range.first + 1; i + 1 < range.last; ++i) {
    if (w.is(i, kOrgHead)) e.add(Label::kOrg, kHint);
    if (w.is(i, kEventHead)) e.add(Label::kMisc, kNudge);
  }
}

void person_shape(const Article& a, TokenRange range, Evidence& e) {
  const auto& w = a.words;
  const auto first = w.names(range.first);
  const auto last = w.names(range.last - 1);
  const auto size = range.size();
  if (size == 1) {
    const float ambiguous = (first & (kGivenAsWord | kCommonWord)) != 0 ? 0.4F : 1.0F;
    if ((first & kFirstName) != 0) e.add(Label::kPerson, 1.5F * ambiguous);
    if ((first & kSurname) != 0) e.add(Label::kPerson, kNudge * ambiguous);
    if (has_small_second_part(a.text.word(range.first))) e.add(Label::kPerson, kNudge);
    return;
  }
  bool plain = true;  // no word that a person's name does not have
  bool particle = false;
  bool all_common = true;  // "Foreign Affairs"
  for (auto i = range.first; i < range.last; ++i) {
    const auto word = a.text.word(i);
    const bool initial = i > range.first && i + 1 < range.last && word.size() == 2 && word[1] == '.';
    if (initial || (word.size() == 1 && i > range.first && i + 1 < range.last)) e.add(Label::kPerson, kHint);
    all_common = all_common && (w.is(i, kConnector) || (w.names(i) & kCommonWord) != 0);
    if (w.is(i, kNameParticle))
      particle = true;
    else if (!a.token(i).upper || has_digit(word))
      plain = false;
    if (i > range.first && has_small_second_part(word)) e.add(Label::kPerson, kHint);
    if (w.is(i, kRomanNumeral)) e.add(Label::kPerson, kNudge);
    if (size > 1 && a.token(i).all_upper && word.size() > 2 && !a.has(i, kTitleCase)) plain = false;
  }
  if (!plain || size > 6) return;
  e.add(Label::kPerson, size <= 4 ? kNudge : 0.0F);
  if (particle) e.add(Label::kPerson, kNudge);
  const bool article = w.is(range.first, kNameParticle);  // "Al Jazeera", "La Prensa", for all that Al is a first name
  if ((first & kFirstName) != 0 && !article)
    e.add(Label::kPerson, (first & (kGivenAsWord | kCommonWord)) != 0 ? kNudge : kStrong);
  if ((last & kSurname) != 0) e.add(Label::kPerson, (last & (kGivenAsWord | kCommonWord)) != 0 ? 0.5F : 1.5F);
  if (all_common) e.add(Label::kPerson, -kSettles);
  if ((last & kCommonWord) != 0 && (first & kCommonWord) != 0) e.add(Label::kPerson, -kHint);
}

}  // namespace

Label Evidence::best() const {
  return static_cast<Label>(std::max_element(points_.begin(), points_.end()) - points_.begin());
}

float Evidence::margin() const {
  float best = 0;
  float second = 0;
  for (const auto points : points_) {
    if (points > best) {
      second = best;
      best = points;
    } else {
      second = std::max(second, points);
    }
  }
  return best - second;
}

Evidence inner_evidence(const Article& a, const Piece& piece) {
  Evidence e;
  const auto range = piece.tokens;
  known_names(a, range, e);
  heads(a, range, e);
  person_shape(a, range, e);
  if (range.size() == 1) {
    const auto word = a.text.word(range.first);
    const auto& t = a.token(range.first);
    const bool known = (a.words.names(range.first) & (kCountry | kRegion | kDemonym)) != 0;
    if (t.all_upper && !known && word.size() >= 2 && word.size() <= 7 && !a.has(range.first, kTitleCase)) {
      e.add(Label::kOrg, has_digit(word) ? kNudge : kStrong);
      e.add(Label::kPerson, -kNudge);
    }
    if (has_digit(word)) e.add(Label::kMisc, kNudge);
    e.add(Label::kPerson, 0.2F);
    e.add(Label::kOrg, 0.3F);
  } else {
    e.add(Label::kOrg, 0.5F);
    const auto last = a.words.names(range.last - 1);
    if ((last & kCommonWord) != 0) {
      e.add(Label::kMisc, kNudge);
      e.add(Label::kOrg, kNudge);
    }
  }
  return e;
}

Evidence outer_evidence(const Article& a, const Piece& piece) {
  Evidence e;
  const auto& w = a.words;
  const auto range = piece.tokens;
  const auto& sentence = a.text.sentences[a.sentence_of(range.first)].tokens;
  if (piece.titled) e.add(Label::kPerson, kSettles);
  if (range.first > sentence.first) {
    const auto before = range.first - 1;
    const auto word = w.lower(before);
    if (w.is(before, kRole) && !w.is(before, kPlural) && !a.token(before).upper) e.add(Label::kPerson, kStrong);
    if (w.is(before, kKinship)) e.add(Label::kPerson, kHint);
    if (word == "said" || word == "says" || word == "added" || word == "explained") e.add(Label::kPerson, kHint);
    if (w.is(before, kPlaceCue)) e.add(Label::kLoc, word == "in" ? 2 : kNudge);
    if (word == "the") {
      e.add(Label::kPerson, -kHint);
      e.add(Label::kOrg, kNudge);
      e.add(Label::kMisc, 0.7F);
    }
    if (word == "by" || word == "with") e.add(Label::kPerson, 0.4F);
  }
  if (range.last >= sentence.last) return e;
  const auto after = range.last;
  if (w.is(after, kSpeechVerb)) {
    e.add(Label::kPerson, 2);
    e.add(Label::kOrg, kNudge);
  }
  if (w.is(after, kPersonVerb)) e.add(Label::kPerson, 2);
  if (a.is_word(after) && !a.token(after).upper) {
    if (w.is(after, kRole)) {
      e.add(Label::kOrg, 1.5F);
      e.add(Label::kLoc, kNudge);
    }
    if (w.lower(after) == "administration" || w.lower(after) == "campaign")
      e.add(Label::kPerson, 2);  // "Obama administration"
    if (w.is(after, kPlaceHead)) e.add(Label::kLoc, kStrong);
    if (w.is(after, kFacilityHead)) e.add(Label::kFac, kNudge);
  }
  if (after + 1 < sentence.last) {
    if (a.is_char(after, '(') && a.token(after + 1).all_upper && range.size() > 1) e.add(Label::kOrg, kHint);
    if (a.is_char(after, ',')) {
      const auto next = after + 1;
      if (a.token(next).kind == TokenKind::kNumber && w.lower(next).size() == 2) e.add(Label::kPerson, kStrong);
      if ((w.names(next) & (kCountry | kRegion)) != 0 && a.token(next).upper) e.add(Label::kLoc, 1.5F);
      if (w.lower(next) == "who" || w.lower(next) == "whose") e.add(Label::kPerson, kHint);
    }
  }
  return e;
}

}  // namespace pullquote::entities
