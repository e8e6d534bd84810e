#include "grammar.h"

#include <algorithm>

namespace pullquote::entities {

using syntax::Relation;
using syntax::Tag;

namespace {

constexpr int kMostSteps = 24;             // up a tree
constexpr std::uint32_t kMostTokens = 64;  // of a mention that are looked at

bool is_subject(Relation relation) {
  return relation == Relation::kNsubj || relation == Relation::kNsubjPass || relation == Relation::kCsubj;
}

// A relation whose dependent is a predicate of its own clause.
bool opens_clause(Relation relation) {
  switch (relation) {
    case Relation::kRoot:
    case Relation::kCcomp:
    case Relation::kAdvcl:
    case Relation::kAcl:
    case Relation::kRelative:
    case Relation::kParataxis:
    case Relation::kCsubj:
      return true;
    default:
      return false;
  }
}

}  // namespace

Grammar::Grammar(const Article& article, const syntax::Parse& parse)
    : parse_(parse), children_(parse.size(), 0), subjects_(parse.size(), kNone), speaks_(parse.size(), false) {
  for (std::uint32_t i = 0; i < parse.size(); ++i) {
    const auto above = parse.heads[i];
    if (above == syntax::kRoot) continue;
    children_[above] |= std::uint64_t{1} << static_cast<unsigned>(parse.relations[i]);
    if (is_subject(parse.relations[i]) && subjects_[above] == kNone) subjects_[above] = i;
  }
  for (std::uint32_t i = 0; i < parse.size(); ++i) {
    if (!article.words.is(i, features::kSpeechVerb) || !article.is_word(i)) continue;
    const auto who = subject(i);
    if (who != kNone && parse.relations[who] == Relation::kNsubj) speaks_[who] = true;
  }
}

bool Grammar::is_noun(std::uint32_t token) const {
  const auto tag = parse_.tags[token];
  return tag == Tag::kNoun || tag == Tag::kNounPlural || tag == Tag::kProperNoun || tag == Tag::kProperNounPlural;
}

std::uint32_t Grammar::head(TokenRange range) const {
  const auto last = std::min(range.last, range.first + kMostTokens);
  for (auto i = range.first; i < last; ++i) {
    if (!range.contains(parse_.heads[i]) && parse_.relations[i] != Relation::kPunct) return i;
  }
  return range.last - 1;
}

Place Grammar::place(TokenRange range) const {
  auto i = head(range);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    switch (parse_.relations[i]) {
      case Relation::kNsubj:
      case Relation::kNsubjPass:
      case Relation::kCsubj:
        return Place::kSubject;
      case Relation::kPoss:
        return Place::kPossessor;
      case Relation::kCompound:
      case Relation::kAmod:
        return Place::kModifier;
      case Relation::kObl:
      case Relation::kOblAgent:
      case Relation::kNmod:
        return Place::kOblique;
      case Relation::kVocative:
      case Relation::kDiscourse:
        return Place::kVocative;
      case Relation::kConj:  // as what it is joined to
      case Relation::kAppos:
      case Relation::kFlat:
        if (parse_.heads[i] == syntax::kRoot) return Place::kObject;
        i = parse_.heads[i];
        continue;
      case Relation::kRoot:
      case Relation::kParataxis:
        // A headline's or a caption's only noun; the predicate of "it was Costa".
        return has(i, Relation::kCop) ? Place::kObject : Place::kSubject;
      default:
        return Place::kObject;
    }
  }
  return Place::kObject;
}

std::uint32_t Grammar::clause(std::uint32_t token) const {
  auto i = token;
  for (int steps = 0; steps < kMostSteps && !opens_clause(parse_.relations[i]); ++steps) {
    if (parse_.heads[i] == syntax::kRoot) break;
    // A second predicate with a subject of its own is a second clause.
    if (parse_.relations[i] == Relation::kConj && subjects_[i] != kNone) break;
    i = parse_.heads[i];
  }
  return i;
}

std::uint32_t Grammar::subject(std::uint32_t predicate) const {
  auto i = predicate;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (subjects_[i] != kNone) return subjects_[i];
    const auto relation = parse_.relations[i];
    const bool shares = relation == Relation::kConj || relation == Relation::kXcomp || relation == Relation::kAdvcl;
    if (!shares || parse_.heads[i] == syntax::kRoot) return kNone;
    i = parse_.heads[i];
  }
  return kNone;
}

bool Grammar::speaks(TokenRange range) const {
  const auto i = head(range);
  if (speaks_[i]) return true;
  const bool beside = parse_.relations[i] == Relation::kAppos || parse_.relations[i] == Relation::kFlat;
  return beside && parse_.heads[i] != syntax::kRoot && speaks_[parse_.heads[i]];
}

bool Grammar::is_main(std::uint32_t predicate) const {
  const auto relation = parse_.relations[predicate];
  return relation == Relation::kRoot || relation == Relation::kParataxis;
}

std::uint32_t Grammar::subject_to_come(std::uint32_t token) const {
  auto i = clause(token);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (subjects_[i] != kNone && subjects_[i] > token) return subjects_[i];
    const auto above = parse_.heads[i];
    if (above == syntax::kRoot) return kNone;
    // "Asked whether he would stay, Ana Reyes …"
    const bool of_participle = parse_.relations[i] == Relation::kCcomp && parse_.relations[above] == Relation::kAdvcl &&
                               subjects_[above] == kNone;
    if (parse_.relations[i] != Relation::kAdvcl && !of_participle) return kNone;
    i = clause(above);
  }
  return kNone;
}

}  // namespace pullquote::entities
