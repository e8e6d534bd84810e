#include "names.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "evidence.h"
#include "model/flag_table.h"

// Names by shape, lexicon, title and context.
//
// The idea: a piece of capitalised text collects points for each label from its own words (a lexicon entry, a head such
// as "University", a first name) and from the words around it (a title, "said", "in"). Points of equal names add up
// over the article before any label is chosen, so that "Ms Jordan" on the second line decides what a bare "Jordan" on
// the tenth is, and one name has one label in one article. A second round gives parts of longer names what the longer
// names turned out to be: the surname alone is the person, the first word of a company the company. Linear in the
// tokens.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr float kEnough = 0.6F;        // points below which a single capitalised word is no name
constexpr float kEnoughOften = 0.25F;  // the same for one that the article capitalises again and again
constexpr float kContexts = 2;         // mentions whose contexts count in full
constexpr float kInherited = 4;        // what a surname has from the full name
constexpr float kOwnDecision = 5;      // context so clear that it overrules the article's other mentions

float confidence_of(float margin) {
  if (margin >= 5) return 0.92F;
  if (margin >= 3) return 0.82F;
  if (margin >= 1.5F) return 0.7F;
  return 0.5F;
}

struct Group {
  Evidence evidence;  // of the words themselves; of the contexts too once decided
  Evidence context;   // summed over the mentions
  TokenRange sample;
  std::uint32_t mentions = 0;
  Label label = Label::kMisc;
  float margin = 0;
};

class NameFinder {
 public:
  explicit NameFinder(const Article& article) : a_(article), w_(article.words), pieces_(find_pieces(article)) {}

  std::vector<Mention> find() {
    gather();
    for (auto& group : groups_) {
      if (group.sample.size() > 1) decide(group);
    }
    for (const auto& group : groups_) {
      if (group.sample.size() > 1) bequeath(group);
    }
    for (auto& group : groups_) {
      if (group.sample.size() == 1) inherit(group);
    }
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (const auto mention = mention_of(i)) mentions.push_back(*mention);
    }
    return mentions;
  }

 private:
  void gather() {
    group_of_.reserve(pieces_.size());
    HashMap index(pieces_.size());
    for (const auto& piece : pieces_) {
      auto& number = index[model::hash64(w_.lower(piece.tokens))];
      if (number == 0) {
        groups_.push_back({.sample = piece.tokens});
        number = static_cast<std::uint32_t>(groups_.size());
        groups_.back().evidence = inner_evidence(a_, piece);
      }
      group_of_.push_back(number - 1);
      auto& group = groups_[number - 1];
      // "Mr Jordan" says nothing of the country.
      if (!piece.titled || (w_.names(piece.tokens.first) & kCountry) == 0) group.context.add(outer_evidence(a_, piece));
      ++group.mentions;
    }
  }

  // Contexts count up to three times: a page that repeats a name a hundred times does not know it better.
  static void decide(Group& group) {
    const auto mentions = static_cast<float>(group.mentions);
    group.evidence.add(group.context, mentions > kContexts ? kContexts / mentions : 1.0F);
    group.label = group.evidence.best();
    group.margin = group.evidence.margin();
  }

  void bequeath(const Group& group) {
    const auto range = group.sample;
    const auto last = model::hash64(w_.lower(w_.is(range.last - 1, kRomanNumeral) ? range.last - 2 : range.last - 1));
    const auto first = model::hash64(w_.lower(range.first));
    if (group.label == Label::kPerson) {
      part_of_person_[last] = 1;
      part_of_person_[first] = 1;
    } else if (group.label == Label::kOrg) {
      part_of_org_[first] = 1;
    }
  }

  void inherit(Group& group) {
    const auto i = group.sample.first;
    const auto hash = model::hash64(w_.lower(i));
    const auto names = w_.names(i);
    if (part_of_person_.find(hash) != 0 && (names & (kCountry | kDemonym)) == 0)
      group.evidence.add(Label::kPerson, kInherited);
    if (part_of_org_.find(hash) != 0 && (names & (kCountry | kDemonym | kCapital | kCommonWord)) == 0) {
      group.evidence.add(Label::kOrg, kInherited - 1);
    }
    decide(group);
  }

  [[nodiscard]] std::optional<Mention> mention_of(std::size_t i) const {
    const auto& piece = pieces_[i];
    const auto& group = groups_[group_of_[i]];
    auto label = group.label;
    float margin = group.margin;
    if (piece.titled && label != Label::kPerson) {
      auto own = inner_evidence(a_, piece);
      own.add(outer_evidence(a_, piece));
      if (own.best() == Label::kPerson || own.of(Label::kPerson) >= kOwnDecision) {
        label = Label::kPerson;
        margin = 1;
      }
    }
    const bool often = group.sample.size() > 1 || a_.capitalised(group.sample.first) > 1;
    if (group.evidence.of(group.label) < (often ? kEnoughOften : kEnough)) return std::nullopt;
    if (piece.tokens.size() == 1 && is_doubtful(piece, group)) return std::nullopt;
    return Mention{.tokens = piece.tokens, .label = label, .confidence = confidence_of(margin)};
  }

  // A single word whose capital is the only thing that speaks for it.
  [[nodiscard]] bool is_doubtful(const Piece& piece, const Group& group) const {
    const auto i = piece.tokens.first;
    if (piece.titled) return false;
    const bool common = (w_.names(i) & kCommonWord) != 0 || w_.is(i, kRole | kRoleModifier | kKinship);
    const bool head = w_.is(i, kOrgHead | kFacilityHead | kPlaceHead | kEventHead);
    if (w_.is(i, kNoName) || a_.token(i).end - a_.token(i).begin == 1) return true;
    if (w_.is(i, kGroup | kThing)) return false;
    if (is_plural_acronym(a_.text.word(i))) return true;
    if (w_.is(i, kSoleOrg)) return a_.has(i, kInitial);
    if (w_.is(i, kDirection)) return true;
    const auto points = group.evidence.of(group.label);
    if (head) return group.label != Label::kPerson || points < kInherited;
    if (common) return a_.capitalised(i) <= a_.lower_cased(i) || points < 3;
    return piece.initial && group.margin < 0.2F;
  }

  // "NGOs"
  static bool is_plural_acronym(std::string_view word) {
    return word.size() > 2 && word.back() == 's' &&
           std::all_of(word.begin(), word.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const Article& a_;
  const Words& w_;
  std::vector<Piece> pieces_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;
  HashMap part_of_person_;
  HashMap part_of_org_;
};

}  // namespace

std::vector<Mention> find_names(Article& article) {
  const auto values = find_values(article);
  const auto names = NameFinder(article).find();
  std::vector<Mention> all;
  all.reserve(values.size() + names.size());
  std::merge(values.begin(), values.end(), names.begin(), names.end(), std::back_inserter(all),
             [](const Mention& x, const Mention& y) { return x.tokens.first < y.tokens.first; });
  return all;
}

}  // namespace pullquote::entities
