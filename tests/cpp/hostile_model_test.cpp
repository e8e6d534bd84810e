// Model files that were damaged or made to do harm: opening one either says what is wrong or gives a model that can be
// used, and asks for no more memory than the file has bytes to fill.

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include "model/bytes.h"
#include "pullquote/extractor.h"
#include "small_model.h"

namespace {

// The largest piece of memory that was asked for at once.
std::atomic<std::size_t> largest{0};

void* allocate(std::size_t size) {
  auto seen = largest.load();
  while (size > seen && !largest.compare_exchange_weak(seen, size)) {
  }
  if (void* memory = std::malloc(std::max<std::size_t>(size, 1))) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace pullquote {
namespace {

constexpr std::string_view kArticle = "\"No,\" Ana said in Peru.";

class HostileModel : public ::testing::Test {
 protected:
  HostileModel()
      : path_(std::filesystem::path(::testing::TempDir()) / ("pullquote-hostile-" + std::to_string(getpid()))) {}
  ~HostileModel() override { std::filesystem::remove(path_); }

  /// True where the bytes are a model; where not, the error must say what is wrong with which file or section.
  bool opens(const std::vector<std::byte>& bytes) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    largest = 0;
    bool opened = false;
    try {
      const auto document = Extractor::open(path_).extract(kArticle);
      opened = true;
      for (const auto& quote : document.quotes) EXPECT_TRUE(quote.confidence >= 0 && quote.confidence <= 1);
      for (const auto& entity : document.entities) {
        for (const auto& mention : entity.mentions) EXPECT_TRUE(mention.confidence >= 0 && mention.confidence <= 1);
      }
    } catch (const Error& error) {
      code_ = error.code();
      EXPECT_TRUE(code_ == ErrorCode::kModelCorrupt || code_ == ErrorCode::kModelVersion) << error.what();
      EXPECT_FALSE(error.problem().empty());
      EXPECT_FALSE(error.where().empty());
      EXPECT_FALSE(error.hint().empty());
    }
    EXPECT_LT(largest.load(), 8u * 1024 * 1024);  // what a thread keeps of words it has met is the largest
    return opened;
  }

  [[nodiscard]] ErrorCode code() const { return code_; }

 private:
  std::filesystem::path path_;
  ErrorCode code_{};
};

TEST_F(HostileModel, TheSmallModelItselfOpens) {
  const auto bytes = small_model().bytes();
  EXPECT_TRUE(opens(bytes));
  auto forged = bytes;
  forge_checksums(forged);
  EXPECT_EQ(forged, bytes);
}

TEST_F(HostileModel, EveryTruncationIsRefused) {
  const auto bytes = small_model().bytes();
  for (std::size_t size = 0; size < bytes.size(); size += size < 1024 ? 1 : 61) {
    ASSERT_FALSE(opens({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)})) << size;
  }
}

// Whatever value a byte takes. Only bytes between the sections, which nobody reads, may change and the file still open.
TEST_F(HostileModel, EveryOtherValueOfEveryByteIsRefused) {
  auto bytes = small_model().bytes();
  std::vector<bool> read(bytes.size());
  std::fill_n(read.begin(), 32 + 10 * 40, true);
  const auto file = model::ModelFile::from_bytes(bytes);
  const auto table = std::span(bytes);
  for (std::size_t row = 32; row < 32 + 10 * 40; row += 40) {
    const auto offset = model::load<std::uint64_t>(table, row + 16), size = model::load<std::uint64_t>(table, row + 24);
    std::fill_n(read.begin() + static_cast<std::ptrdiff_t>(offset), size, true);
  }
  ASSERT_EQ(file.section_names().size(), 10u);
  const auto refused = [](const std::vector<std::byte>& changed) {
    try {
      (void)model::ModelFile::from_bytes(changed);
      return false;
    } catch (const Error&) {
      return true;
    }
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto before = bytes[at];
    // All values where numbers and names stand; in the middle of long tables, where one byte is like the next, each
    // bit.
    const bool all = at < 32 + 10 * 40;
    for (unsigned change = 1; change < 256; change = all ? change + 1 : change * 2) {
      bytes[at] = before ^ static_cast<std::byte>(change);
      ASSERT_EQ(refused(bytes), read[at]) << at << " changed by " << change;
    }
    bytes[at] = before;
  }
}

// The same with checksums that fit: now it is the readers of the sections that must see it, or bear it.
class ForgedModel : public HostileModel, public ::testing::WithParamInterface<std::string> {};

TEST_P(ForgedModel, EveryChangedByteOfASectionIsRefusedOrBorne) {
  const auto original = small_model().bytes();
  const auto file = model::ModelFile::from_bytes(original);
  const auto section = file.section(GetParam());
  const auto found = std::search(original.begin(), original.end(), section.begin(), section.end());
  const auto begin = static_cast<std::size_t>(found - original.begin());
  auto bytes = original;
  for (std::size_t at = begin; at < begin + section.size(); ++at) {
    // Long stretches of empty slots are alike: of those, every 31st.
    if (at > begin + 256 && original[at] == std::byte{0} && at % 31 != 0) continue;
    for (const unsigned change : {0x01u, 0x80u, 0xFFu}) {
      bytes[at] = original[at] ^ static_cast<std::byte>(change);
      forge_checksums(bytes);
      opens(bytes);
      if (HasFailure()) FAIL() << "byte " << at - begin << " of " << GetParam() << " changed by " << change;
    }
    bytes[at] = original[at];
  }
}

TEST_P(ForgedModel, HugeNumbersAreRefusedOrBorne) {
  const auto original = small_model().bytes();
  const auto file = model::ModelFile::from_bytes(original);
  const auto section = file.section(GetParam());
  const auto found = std::search(original.begin(), original.end(), section.begin(), section.end());
  const auto begin = static_cast<std::size_t>(found - original.begin());
  constexpr std::uint64_t kMost = ~std::uint64_t{0};
  for (std::size_t at = begin; at + 8 <= begin + std::min<std::size_t>(section.size(), 160); at += 4) {
    for (const auto huge : {kMost, kMost - 63, kMost / 2, std::uint64_t{1} << 63, std::uint64_t{1} << 32,
                            std::uint64_t{1} << 31, kMost / 12, kMost / 48 + 1}) {
      auto bytes = original;
      model::store<std::uint64_t>(std::span(bytes), at, huge);
      forge_checksums(bytes);
      opens(bytes);
      if (HasFailure()) FAIL() << huge << " at byte " << at - begin << " of " << GetParam();
    }
  }
}

TEST_P(ForgedModel, ASectionCutShortOrMissingIsRefused) {
  const auto file = model::ModelFile::from_bytes(small_model().bytes());
  for (int kept = -1; kept < 4; ++kept) {
    model::ModelWriter writer;
    for (const auto& name : file.section_names()) {
      const auto section = file.section(name);
      const auto size = name != GetParam() ? section.size() : section.size() * static_cast<std::size_t>(kept) / 4;
      if (name != GetParam() || kept >= 0)
        writer.add(name, {section.begin(), section.begin() + static_cast<std::ptrdiff_t>(size)});
    }
    // A model without attributions is one; half of them is not.
    if (kept < 0 && GetParam() == "quote-parts") continue;
    EXPECT_FALSE(opens(writer.bytes())) << kept << " quarters of " << GetParam();
    EXPECT_EQ(code(), ErrorCode::kModelCorrupt);
  }
}

TEST_P(ForgedModel, AnotherSectionInItsPlaceIsRefusedOrBorne) {
  const auto file = model::ModelFile::from_bytes(small_model().bytes());
  for (const auto& other : file.section_names()) {
    model::ModelWriter writer;
    for (const auto& name : file.section_names()) {
      const auto section = file.section(name == GetParam() ? other : name);
      writer.add(name, {section.begin(), section.end()});
    }
    opens(writer.bytes());
  }
}

INSTANTIATE_TEST_SUITE_P(Sections, ForgedModel,
                         ::testing::Values("lexicon", "nicknames", "countries", "currencies", "clusters", "mentions",
                                           "syntax", "quote-parts", "quote-links", "quote-accept"),
                         [](const auto& section) {
                           std::string name = section.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST_F(HostileModel, AnotherVersionIsNamed) {
  auto bytes = small_model().bytes();
  model::store<std::uint32_t>(std::span(bytes), 8, model::kFormatVersion + 1);
  EXPECT_FALSE(opens(bytes));
  EXPECT_EQ(code(), ErrorCode::kModelVersion);
}

std::vector<std::byte> contents_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  const auto bytes = std::as_bytes(std::span(all));
  return {bytes.begin(), bytes.end()};
}

// A model belongs to the features that it was learned with. What an earlier release wrote opens where those are the
// same, and is refused for nothing but them where they are not.
TEST_F(HostileModel, OneThatAnEarlierReleaseMadeIsRefusedForItsFeaturesAlone) {
  std::size_t models = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PULLQUOTE_SOURCE_DIR "/tests/compat/model")) {
    auto bytes = contents_of(entry.path());
    EXPECT_TRUE(opens(bytes) || code() == ErrorCode::kModelVersion) << entry.path();
    forge_fingerprints(bytes);
    forge_checksums(bytes);
    EXPECT_TRUE(opens(bytes)) << entry.path();
    ++models;
  }
  EXPECT_GE(models, 1u);
}

}  // namespace
}  // namespace pullquote
