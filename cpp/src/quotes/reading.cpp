#include "quotes/reading.h"

#include <utility>

#include "hash_of.h"
#include "stems.h"

namespace pullquote::quotes {

namespace {

std::uint16_t shape_of(const tokens::Token& token, const features::Words& words, std::uint32_t i) {
  auto shape = static_cast<std::uint16_t>(static_cast<unsigned>(token.kind) * 8);
  if (token.all_upper) {
    shape |= 2;
  } else if (token.upper) {
    shape |= 1;
  }
  if (words.is(i, features::kRole | features::kOrgHead)) shape |= 4;
  return shape;
}

bool is_auxiliary(syntax::Relation relation) {
  return relation == syntax::Relation::kAux || relation == syntax::Relation::kAuxPass ||
         relation == syntax::Relation::kCop;
}

/// Whether a dependent of this kind says something of what a verb or noun does.
bool tells(syntax::Relation relation) {
  switch (relation) {
    case syntax::Relation::kPunct:
    case syntax::Relation::kDet:
    case syntax::Relation::kAdvmod:
    case syntax::Relation::kCc:
    case syntax::Relation::kConj:
    case syntax::Relation::kDiscourse:
    case syntax::Relation::kNummod:
    case syntax::Relation::kVocative:
    case syntax::Relation::kDep:
      return false;
    default:
      return true;
  }
}

}  // namespace

Reading::Reading(const tokens::TokenizedText& tokenized, const features::Words& words,
                 const features::Clusters& clusters, const syntax::Parse& parse, const entities::Linked& linked,
                 std::vector<Quotation> quotations, std::span<const std::string_view> read_as)
    : text(tokenized), facts_(tokenized.tokens.size()), quotations_(std::move(quotations)) {
  for (std::uint32_t i = 0; i < size(); ++i) {
    auto& fact = facts_[i];
    const bool known = !read_as.empty() && !read_as[i].empty();
    const auto lower = known ? read_as[i] : words.lower(i);
    fact.word = hash_of(lower);
    fact.stem = stem_of(lower);
    fact.suffix = hash_of(lower.size() > 3 ? lower.substr(lower.size() - 3) : lower);
    fact.weak = words.is(i, features::kFunction) || text.tokens[i].kind != tokens::TokenKind::kWord;
    fact.tag = static_cast<std::uint8_t>(1 + static_cast<unsigned>(parse.tags[i]));
    fact.relation = static_cast<std::uint8_t>(1 + static_cast<unsigned>(parse.relations[i]));
    if (is_auxiliary(parse.relations[i])) fact.weak = true;
    if (parse.heads[i] != syntax::kRoot) {
      fact.head = parse.heads[i];
      if (tells(parse.relations[i])) {
        facts_[fact.head].children |= 1ull << static_cast<unsigned>(parse.relations[i]);
      }
    }
    fact.cluster = clusters.find(known ? lower : text.word(i), lower);
    fact.shape = shape_of(text.tokens[i], words, i);
  }
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    for (auto i = text.sentences[s].tokens.first; i < text.sentences[s].tokens.last; ++i) facts_[i].sentence = s;
  }
  for (const auto& mention : linked.mentions) {
    const auto label = static_cast<unsigned>(mention.label) * 4 + static_cast<unsigned>(mention.kind);
    for (auto i = mention.tokens.first; i < mention.tokens.last; ++i) {
      facts_[i].entity = static_cast<std::uint16_t>(1 + label * 2 + (i == mention.tokens.first ? 1 : 0));
    }
  }
  for (std::uint32_t q = 0; q < quotations_.size(); ++q) {
    const auto& quotation = quotations_[q];
    for (auto i = quotation.tokens.first; i < quotation.tokens.last; ++i) {
      facts_[i].quotation = q;
      facts_[i].mark = i < quotation.inside.first ? 2 : i < quotation.inside.last ? 1 : 3;
    }
  }
}

}  // namespace pullquote::quotes
