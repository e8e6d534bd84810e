#include "syntax/labels.h"

#include <algorithm>

namespace pullquote::syntax {

namespace {

constexpr std::array<std::string_view, kTags> kTagNames = {
    "CC",  "CD",  "DT",  "EX",  "FW",   "GW",  "HYPH", "IN",  "JJ", "JJR", "JJS", "LS", "MD",    "NN",   "NNP", "NNPS",
    "NNS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR",  "RBS", "RP", "SYM", "TO",  "UH", "VB",    "VBD",  "VBG", "VBN",
    "VBP", "VBZ", "WDT", "WP",  "WP$",  "WRB", "$",    ",",   ".",  ":",   "``",  "''", "-LRB-", "-RRB-"};

constexpr std::array<std::string_view, kRelations> kRelationNames = {
    "acl",       "acl:relcl",    "advcl",     "advmod",   "amod",         "appos",  "aux",      "aux:pass",
    "case",      "cc",           "ccomp",     "compound", "compound:prt", "conj",   "cop",      "csubj",
    "dep",       "det",          "discourse", "expl",     "fixed",        "flat",   "iobj",     "list",
    "mark",      "nmod",         "nmod:poss", "nsubj",    "nsubj:pass",   "nummod", "obj",      "obl",
    "obl:agent", "obl:unmarked", "parataxis", "punct",    "reparandum",   "root",   "vocative", "xcomp"};

constexpr std::array<std::string_view, kUniversals> kUniversalNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

template <typename Label, std::size_t kCount>
std::optional<Label> find(const std::array<std::string_view, kCount>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Label>(found - names.begin());
}

}  // namespace

std::string_view name_of(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }
std::string_view name_of(Relation relation) { return kRelationNames[static_cast<std::size_t>(relation)]; }
std::string_view name_of(Universal universal) { return kUniversalNames[static_cast<std::size_t>(universal)]; }

std::optional<Tag> find_tag(std::string_view name) {
  if (name == "NFP") return Tag::kColon;
  if (name == "ADD") return Tag::kProperNoun;
  if (name == "AFX") return Tag::kAdjective;
  if (name == "#") return Tag::kCurrency;
  return find<Tag>(kTagNames, name);
}

std::optional<Relation> find_relation(std::string_view name) {
  if (const auto found = find<Relation>(kRelationNames, name)) return found;
  const auto main = name.substr(0, name.find(':'));
  if (main == "orphan" || main == "dislocated" || main == "goeswith") return Relation::kDep;
  return find<Relation>(kRelationNames, main);
}

Universal universal(Tag tag, Relation relation, std::string_view lower) {
  switch (tag) {
    case Tag::kCoordinator:
      return Universal::kCconj;
    case Tag::kCardinal:
      return Universal::kNum;
    case Tag::kDeterminer:
    case Tag::kWhDeterminer:
      return relation == Relation::kDet ? Universal::kDet : Universal::kPron;
    case Tag::kPredeterminer:
      return Universal::kDet;
    case Tag::kExistential:
    case Tag::kPronoun:
    case Tag::kPossessivePronoun:
    case Tag::kWhPossessive:
      return Universal::kPron;
    case Tag::kWhPronoun:
      return relation == Relation::kDet ? Universal::kDet : Universal::kPron;
    case Tag::kPreposition:
      return relation == Relation::kMark ? Universal::kSconj : Universal::kAdp;
    case Tag::kParticle:
      return Universal::kAdp;
    case Tag::kAdjective:
    case Tag::kComparative:
    case Tag::kSuperlative:
      return Universal::kAdj;
    case Tag::kModal:
      return Universal::kAux;
    case Tag::kNoun:
    case Tag::kNounPlural:
      return Universal::kNoun;
    case Tag::kProperNoun:
    case Tag::kProperNounPlural:
      return Universal::kPropn;
    case Tag::kPossessive:
    case Tag::kTo:
      return Universal::kPart;
    case Tag::kAdverb:
      return lower == "not" || lower == "n't" || lower == "nt" ? Universal::kPart : Universal::kAdv;
    case Tag::kAdverbComparative:
    case Tag::kAdverbSuperlative:
      return Universal::kAdv;
    case Tag::kWhAdverb:
      return relation == Relation::kMark ? Universal::kSconj : Universal::kAdv;
    case Tag::kInterjection:
      return Universal::kIntj;
    case Tag::kVerb:
    case Tag::kVerbPast:
    case Tag::kVerbIng:
    case Tag::kVerbParticiple:
    case Tag::kVerbPresent:
    case Tag::kVerbThird:
      return relation == Relation::kAux || relation == Relation::kAuxPass || relation == Relation::kCop
                 ? Universal::kAux
                 : Universal::kVerb;
    case Tag::kSymbol:
    case Tag::kCurrency:
      return Universal::kSym;
    case Tag::kForeign:
    case Tag::kGoesWith:
    case Tag::kListMark:
      return Universal::kX;
    default:
      return Universal::kPunct;
  }
}

}  // namespace pullquote::syntax
