#include "model/model_file.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "checksum.h"
#include "model/bytes.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::byte> bytes_of(std::string_view text) {
  std::vector<std::byte> bytes;
  for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
  return bytes;
}

std::string text_of(std::span<const std::byte> bytes) {
  std::string text;
  for (const auto byte : bytes) text += static_cast<char>(byte);
  return text;
}

ModelWriter small_model() {
  ModelWriter writer;
  writer.add("weights", bytes_of("seven lamps along the quay, one of them dark"));
  writer.add("lexicon", bytes_of("harbour"));
  writer.add("empty", {});
  return writer;
}

class ModelFileTest : public ::testing::Test {
 protected:
  ModelFileTest()
      : folder_(std::filesystem::path(::testing::TempDir()) / ("pullquote-model-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~ModelFileTest() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

ErrorCode code_of(const std::filesystem::path& path) {
  try {
    (void)ModelFile::open(path);
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), path.string());
    EXPECT_FALSE(error.hint().empty());
    return error.code();
  }
  ADD_FAILURE() << path << " opened";
  return {};
}

TEST_F(ModelFileTest, GivesBackWhatWasWritten) {
  small_model().save(path("small.pqm"));
  const auto file = ModelFile::open(path("small.pqm"));
  EXPECT_EQ(file.name(), path("small.pqm").string());
  EXPECT_THAT(file.section_names(), ElementsAre("empty", "lexicon", "weights"));
  EXPECT_EQ(text_of(file.section("lexicon")), "harbour");
  EXPECT_EQ(text_of(file.section("weights")), "seven lamps along the quay, one of them dark");
  EXPECT_TRUE(file.section("empty").empty());
  EXPECT_TRUE(file.has_section("empty"));
  EXPECT_FALSE(file.has_section("harbour"));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.section("weights").data()) % 64, 0u);
  EXPECT_THROW((void)file.section("harbour"), Error);
}

TEST_F(ModelFileTest, LeavesNothingBesideTheFile) {
  small_model().save(path("small.pqm"));
  small_model().save(path("small.pqm"));
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path(""))) files.push_back(entry.path().filename());
  EXPECT_THAT(files, ElementsAre("small.pqm"));
}

TEST_F(ModelFileTest, OutlivesTheNameOfItsFile) {
  small_model().save(path("small.pqm"));
  auto first = std::make_unique<ModelFile>(ModelFile::open(path("small.pqm")));
  const auto copy = *first;
  first.reset();
  std::filesystem::remove(path("small.pqm"));
  EXPECT_EQ(text_of(copy.section("lexicon")), "harbour");
}

TEST_F(ModelFileTest, RefusesPathsThatHoldNoModel) {
  EXPECT_EQ(code_of(path("missing.pqm")), ErrorCode::kModelNotFound);
  EXPECT_EQ(code_of(path("")), ErrorCode::kModelNotFound);
  EXPECT_EQ(code_of(path("missing") / "small.pqm"), ErrorCode::kModelNotFound);
  std::ofstream(path("empty.pqm")).close();
  EXPECT_EQ(code_of(path("empty.pqm")), ErrorCode::kModelCorrupt);
  std::ofstream(path("letter.txt")) << "The ferry was late again, so I walked to the lighthouse and back.\n";
  EXPECT_EQ(code_of(path("letter.txt")), ErrorCode::kModelCorrupt);
}

TEST_F(ModelFileTest, SaysWhichFormatItWouldNeed) {
  auto bytes = small_model().bytes();
  store<std::uint32_t>(bytes, 8, kFormatVersion + 1);
  try {
    (void)ModelFile::from_bytes(bytes, "newer.pqm");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelVersion);
    EXPECT_THAT(error.what(), HasSubstr("format " + std::to_string(kFormatVersion + 1)));
    EXPECT_THAT(error.what(), HasSubstr("newer.pqm"));
  }
}

TEST_F(ModelFileTest, RefusesEveryTruncation) {
  const auto bytes = small_model().bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW((void)ModelFile::from_bytes({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}), Error)
        << size;
  }
}

TEST_F(ModelFileTest, RefusesOrOutlivesEveryChangedByte) {
  const auto bytes = small_model().bytes();
  std::size_t refused = 0, harmless = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned change : {0x01u, 0x80u, 0xFFu}) {
      auto damaged = bytes;
      damaged[at] ^= static_cast<std::byte>(change);
      try {
        const auto file = ModelFile::from_bytes(damaged);
        // Only padding may change, which nobody reads.
        EXPECT_THAT(file.section_names(), ElementsAre("empty", "lexicon", "weights")) << at;
        EXPECT_EQ(text_of(file.section("lexicon")), "harbour") << at;
        EXPECT_EQ(text_of(file.section("weights")), "seven lamps along the quay, one of them dark") << at;
        ++harmless;
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), 8 <= at && at < 12 ? ErrorCode::kModelVersion : ErrorCode::kModelCorrupt) << at;
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 3 * (32 + 3 * 40 + 51u) - 1);
  EXPECT_LT(harmless, 3 * 3 * 64u);
}

// The small model with one change to its header or table, and the checksum of the table made to fit: what a hostile
// author would write, whom no checksum stops.
template <class Change>
std::vector<std::byte> forged(Change change) {
  auto bytes = small_model().bytes();
  change(std::span<std::byte>(bytes));
  store<std::uint64_t>(bytes, 24, checksum(std::span(bytes).subspan(32, 3 * 40)));
  return bytes;
}

TEST_F(ModelFileTest, RefusesNumbersBeyondTheFile) {
  EXPECT_NO_THROW((void)ModelFile::from_bytes(forged([](auto) {})));
  constexpr std::uint64_t kMost = ~std::uint64_t{0};
  for (const std::uint64_t huge :
       {std::uint64_t{1} << 12, std::uint64_t{1} << 31, std::uint64_t{1} << 63, kMost, kMost - 63}) {
    const auto count =
        forged([&](auto bytes) { store<std::uint32_t>(bytes, 12, static_cast<std::uint32_t>(huge >> 1)); });
    EXPECT_THROW((void)ModelFile::from_bytes(count), Error) << huge;
    for (std::size_t row = 32; row < 32 + 3 * 40; row += 40) {
      for (const std::size_t field : {16u, 24u}) {
        const auto bytes = forged([&](auto b) { store<std::uint64_t>(b, row + field, huge); });
        EXPECT_THROW((void)ModelFile::from_bytes(bytes), Error) << huge << " at " << row + field;
      }
    }
  }
}

TEST_F(ModelFileTest, RefusesSectionsThatOverlapOrRepeat) {
  const auto row = [](std::span<std::byte> bytes, std::size_t index) { return bytes.subspan(32 + index * 40, 40); };
  const auto overlap = forged([&](auto b) { store(row(b, 2), 16, load<std::uint64_t>(row(b, 1), 16)); });
  EXPECT_THROW((void)ModelFile::from_bytes(overlap), Error);
  const auto in_header = forged([&](auto b) { store<std::uint64_t>(row(b, 0), 16, 0); });
  EXPECT_THROW((void)ModelFile::from_bytes(in_header), Error);
  const auto unaligned = forged([&](auto b) { store(row(b, 0), 16, load<std::uint64_t>(row(b, 0), 16) + 1); });
  EXPECT_THROW((void)ModelFile::from_bytes(unaligned), Error);
  const auto twice = forged([&](auto b) { std::memcpy(row(b, 2).data(), row(b, 1).data(), 16); });
  EXPECT_THROW((void)ModelFile::from_bytes(twice), Error);
}

TEST_F(ModelFileTest, RefusesNamesThatAreNone) {
  for (const std::string_view name : {std::string_view("\0lexicon", 8), std::string_view("a b", 3),
                                      std::string_view("lex\0con", 7), std::string_view("\xFF", 1)}) {
    const auto bytes = forged([&](std::span<std::byte> b) {
      std::memset(b.data() + 72, 0, 16);
      std::memcpy(b.data() + 72, name.data(), name.size());
    });
    EXPECT_THROW((void)ModelFile::from_bytes(bytes), Error) << name;
  }
}

TEST(Checksum, SeesEveryChangedByteAndTheLength) {
  for (std::size_t size = 0; size < 100; ++size) {
    std::vector<std::byte> bytes(size);
    const auto sum = checksum(bytes);
    for (auto& byte : bytes) {
      byte ^= std::byte{0x10};
      EXPECT_NE(checksum(bytes), sum) << size;
      byte ^= std::byte{0x10};
    }
    bytes.emplace_back();
    EXPECT_NE(checksum(bytes), sum) << size;
  }
}

TEST(ModelWriter, GivesTheSameBytesForTheSameSections) {
  ModelWriter other;
  other.add("empty", {});
  other.add("lexicon", bytes_of("harbour"));
  other.add("weights", bytes_of("seven lamps along the quay, one of them dark"));
  EXPECT_EQ(other.bytes(), small_model().bytes());
}

TEST(ModelWriter, RefusesNamesThatAFileCannotHold) {
  auto writer = small_model();
  for (const auto* const name : {"", "seventeen-letters", "two words", "caf\xC3\xA9", "line\n", "weights"}) {
    EXPECT_THROW(writer.add(name, {}), std::invalid_argument) << name;
  }
  EXPECT_NO_THROW(writer.add("sixteen-letters!", {}));
  EXPECT_TRUE(ModelFile::from_bytes(writer.bytes()).has_section("sixteen-letters!"));
}

TEST(ModelWriter, WritesAModelWithoutSections) {
  EXPECT_TRUE(ModelFile::from_bytes(ModelWriter().bytes()).section_names().empty());
}

}  // namespace
}  // namespace pullquote::model
